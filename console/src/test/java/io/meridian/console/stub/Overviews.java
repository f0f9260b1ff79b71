package io.meridian.console.stub;

import static io.meridian.console.stub.Stories.HOSTILE;
import static io.meridian.console.stub.Stories.id;
import static io.meridian.console.stub.Stories.in;
import static io.meridian.console.stub.Stories.json;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The two answers that a whole screen is painted from. */
final class Overviews {
  private static final String KIM = person("tam-kim", "Kim Carter");
  private static final String EWA = person("tam-ewa", "Ewa Nowak");
  private static final String KAI = person("tam-kai", "Kai Tan");

  private Overviews() {}

  private static String person(String id, String name) {
    return "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name);
  }

  /** As {@code GET /my/shift} answers Kim at a shift change: seven come, one leaves. */
  static String busyShift() {
    return shift(
        """
        {"boundary":"%s","acceptBy":"%s","from":[{"tam":%s,"count":7}],"handoffs":[%s]}"""
            .formatted(in(12), in(27), EWA, incoming(true)),
        """
        {"boundary":"%s","incomplete":1,"handoffs":[%s]}"""
            .formatted(in(420), card(8, "SEV1", "OFFERED", KIM, KAI, "Payments fail in Lisbon")),
        """
        {"escalationId":"%s","escalation":"ESC-1008","severity":"SEV1","status":"ACKNOWLEDGED",
        "title":"Payments fail in Lisbon","customerId":null,"customer":"Aurora Air","since":"%s","until":null,
        "nextDue":{"kind":"SLA_UPDATE","text":"update the customer","at":"%s"},"links":{"escalation":"/x","html":"/x"}}"""
            .formatted(id(2008), in(-90), in(13)),
        """
        {"toMe":[{"handoffId":"%s","number":1,"escalationId":"%s","escalation":"ESC-1008","severity":"SEV1",
        "title":"x","askedBy":%s,"question":"Rolled back already?","askedAt":"%s","outgoing":%s,"answer":null,
        "answeredAt":null,"html":"/x"}],"answered":[{"handoffId":"%s","number":1,"escalationId":"%s",
        "escalation":"ESC-1001","severity":"SEV1","title":"x","askedBy":%s,"question":"Is Warsaw back?",
        "askedAt":"%s","outgoing":%s,"answer":"Not yet.","answeredAt":"%s","html":"/x"}]}"""
            .formatted(
                id(1008), id(2008), KAI, in(-5), KIM, id(1001), id(2001), KIM, in(-9), EWA, in(-8)),
        """
        {"kind":"UNREACHABLE","at":"%s","until":null,"detail":"No message reaches Kai Tan","tam":%s,"handoffId":null}"""
            .formatted(in(420), KAI),
        watch(true, "The portal moves to a new database", "null")
            + ","
            + watch(false, HOSTILE, person("tam-noelle", "Noëlle Roy")),
        note(id(4), EWA, "Quiet day. Aurora Air asks for a call at 16:00.")
            + ","
            + note(id(3), KIM, "Lisbon is calm."));
  }

  /** The same when nothing comes, leaves or is held. */
  static String quietShift() {
    return shift("null", "null", "", "{\"toMe\":[],\"answered\":[]}", "", "", "");
  }

  private static String incoming(boolean all) {
    List<String> titles =
        List.of(
            "Check-in kiosks cannot reach the booking service",
            "Nightly export stops half way; finance waits",
            HOSTILE,
            "Login is slow for one team",
            "Invoice shows a wrong address",
            "Typo in a help page",
            "Please rename a field");
    List<String> severities = List.of("SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV4", "SEV4");
    return IntStream.range(0, all ? titles.size() : 3)
        .mapToObj(i -> card(i + 1, severities.get(i), "OFFERED", EWA, KIM, titles.get(i)))
        .collect(Collectors.joining(","));
  }

  private static String shift(
      String incoming,
      String outgoing,
      String holding,
      String questions,
      String risks,
      String watch,
      String notes) {
    return """
        {"at":"%s","tam":{"id":"tam-kim","name":"Kim Carter","region":"AMER","zone":"America/New_York","status":"ACTIVE"},
    "leads":[],"now":{"id":"%s","region":"AMER","zone":"America/New_York","start":"%s","end":"%s","until":"%s",
    "tier":"PRIMARY","with":[{"id":"tam-noelle","name":"Noëlle Roy","tier":"SECONDARY"}]},
    "next":null,"incoming":%s,"outgoing":%s,"holding":[%s],"questions":%s,
    "after":{"shiftChangeId":"%s","region":"APAC","zone":"Asia/Singapore","tam":%s,"secondary":null,"boundary":"%s",
    "start":"%s","reachable":true},"watch":[%s],"notes":[%s],"risks":[%s],"complete":true,"revision":"r"}"""
        .formatted(
            in(0), id(1), in(-60), in(420), in(420), incoming, outgoing, holding, questions, id(3),
            KAI, in(420), in(400), watch, notes, risks);
  }

  private static String watch(boolean toConfirm, String what, String confirmedBy) {
    return """
        {"toConfirm":%s,"item":{"id":"%s","customerId":"%s","customer":"Maple Health","what":"%s","whatIf":"Open a SEV1",
    "from":"%s","until":"%s","state":"WATCHED","alive":true,"madeBy":%s,"madeAt":"%s","endedBy":null,"endedAt":null,
    "escalation":null,"handovers":[{"shiftChangeId":"%s","fromRegion":"EMEA","toRegion":"AMER","shiftId":"%s","start":"%s",
    "end":"%s","confirmBy":"%s","crew":[%s],"confirmedBy":%s,"confirmedAt":null}],"revision":1,"links":{"self":"/x","html":"/shift"}}}"""
        .formatted(
            toConfirm,
            id(toConfirm ? 60 : 61),
            id(7),
            json(what),
            in(-60),
            in(600),
            EWA,
            in(-90),
            id(9),
            id(1),
            in(-60),
            in(420),
            in(27),
            KIM,
            confirmedBy);
  }

  private static String note(String shiftChange, String by, String text) {
    return """
        {"shiftChangeId":"%s","text":"%s","by":%s,"at":"%s","version":2,"links":{"self":"/x","html":"/shift"}}"""
        .formatted(shiftChange, json(text), by, in(-20));
  }

  private static String card(
      int number, String severity, String state, String from, String to, String title) {
    boolean poor = number == 3;
    return """
        {"id":"%s","shiftChangeId":"%s","escalationId":"%s","escalation":"ESC-100%d","severity":"%s","title":"%s",
    "customerId":"%s","customer":"Aurora Air","state":"%s","from":{"tam":%s,"region":"EMEA","zone":"Europe/London"},
    "to":{"tam":%s,"region":"AMER","zone":"America/New_York"},"boundary":"%s","acceptBy":"%s","effectiveFrom":"%s",
    "acceptedAt":null,"needsReadBack":%s,"readBackOwed":false,"missing":[%s],"openQuestions":%d,"declined":%s,
    "nextDue":{"kind":"SLA_UPDATE","text":"update the customer","at":"%s"},"revision":1,"links":{"self":"/x","html":"/x"}}"""
        .formatted(
            id(1000 + number),
            id(9),
            id(2000 + number),
            number,
            severity,
            json(title),
            id(7),
            state,
            from,
            to,
            in(12),
            in(27),
            in(12),
            severity.compareTo("SEV3") < 0,
            poor ? "\"SUMMARY\",\"ACTION\"" : "",
            poor ? 1 : 0,
            poor
                ? "{\"tam\":"
                    + person("tam-noelle", "Noëlle Roy")
                    + ",\"reason\":\"billing skills\"}"
                : "null",
            in(13));
  }

  /** As {@code GET /board} answers over a boundary. */
  static String board(boolean busy) {
    return """
        {"at":"%s","from":"%s","to":"%s","regions":[%s,%s,%s],"band":[%s],"shiftChanges":[%s],"unaccepted":[%s],"gaps":[%s],
    "holes":[],"nextHole":%s,"open":{"SEV1":2,"SEV2":2},"accountable":[%s],"complete":true,"revision":"r"}"""
        .formatted(
            in(0),
            in(-720),
            in(720),
            region("AMER", "Americas", "America/New_York", true),
            region("APAC", "Asia and Pacific", "Asia/Singapore", false),
            region("EMEA", "Europe, Middle East, Africa", "Europe/London", true),
            String.join(
                ",",
                segment("APAC", "Asia/Singapore", -720, -420, KAI),
                segment("EMEA", "Europe/London", -460, 20, EWA),
                segment("AMER", "America/New_York", 0, 480, KIM),
                segment("APAC", "Asia/Singapore", 460, 720, "null")),
            busy
                ? """
                {"id":"%s","fromRegion":"EMEA","toRegion":"AMER","boundary":"%s","start":"%s","prepareAt":"%s","acceptBy":"%s",
                "prepared":true,"primary":%s,"secondary":null,"handoffs":{"waitingForCoverage":0,"offered":2,"escalatedToLead":0,
                "accepted":5,"assignedByLead":0,"cancelled":0}},{"id":"%s","fromRegion":"AMER","toRegion":"APAC","boundary":"%s",
                "start":"%s","prepareAt":"%s","acceptBy":"%s","prepared":false,"primary":null,"secondary":null,"handoffs":null}"""
                    .formatted(
                        id(5), in(20), in(0), in(-30), in(35), KIM, id(6), in(480), in(460),
                        in(430), in(495))
                : "",
            busy ? incoming(false) : "",
            busy
                ? """
                {"id":"%s","escalationId":"%s","escalation":"ESC-1002","title":"Nightly export stops","severity":"SEV2","start":"%s",
                "end":null,"cause":"UNACCEPTED_HANDOFF","accountable":%s,"asked":%s,"fromRegion":"EMEA","toRegion":"AMER",
                "agreed":false,"html":"/escalations/ESC-1002"}"""
                    .formatted(id(8), id(2002), in(-4), EWA, KIM)
                : "",
            busy
                ? "{\"start\":\"%s\",\"end\":\"%s\",\"cause\":\"CLOCK_CHANGE\"}"
                    .formatted(in(150_000), in(150_060))
                : "null",
            busy
                ? "{\"tam\":%s,\"region\":\"AMER\",\"open\":{\"SEV1\":2,\"SEV3\":4}},{\"tam\":%s,\"region\":\"EMEA\",\"open\":{\"SEV2\":2}}"
                    .formatted(KIM, EWA)
                : "");
  }

  private static String region(String code, String name, String zone, boolean on) {
    return """
        {"code":"%s","name":"%s","zone":"%s","lead":%s,"onDuty":[%s],"next":{"shiftId":"%s","start":"%s","primary":%s,"secondary":null},
    "open":{%s}}"""
        .formatted(
            code,
            name,
            zone,
            EWA,
            on
                ? "{\"tam\":%s,\"tier\":\"PRIMARY\",\"shiftId\":\"%s\",\"until\":\"%s\"}"
                    .formatted(KIM, id(1), in(400))
                : "",
            id(2),
            in(900),
            KAI,
            on ? "\"SEV1\":2,\"SEV3\":4" : "");
  }

  private static String segment(String region, String zone, int from, int to, String primary) {
    return """
        {"shiftId":"%s","region":"%s","start":"%s","end":"%s","zone":"%s","primary":%s,"secondary":null}"""
        .formatted(id(1), region, in(from), in(to), zone, primary);
  }
}
