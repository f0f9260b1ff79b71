package io.meridian.console.stub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens in the house that the pages show: Ewa of EMEA hands over to Kim of AMER. */
public final class Stories {
  public static final String KIM = "tam-kim";
  public static final String EWA = "tam-ewa";

  /** Of the SEV1 that Kim is offered. */
  public static final String GRAVE = "00000000-0000-4000-8000-000000001001";

  public static final String HOSTILE =
      "<img src=x onerror=alert(1)> \u202Egnp.exe \u200B=cmd|' /C calc'!A0 " + "wide".repeat(500);

  private Stories() {}

  /** The time that pages show is real time: so are these. */
  static Instant in(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(minutes, ChronoUnit.MINUTES);
  }

  /** Seven handoffs come to Kim, three of them grave; two leave her; she has one of her own. */
  public static void shiftChange() {
    people();
    List<String> coming =
        List.of(
            handoff(
                1, "SEV1", "OFFERED", EWA, KIM, "Check-in kiosks cannot reach the booking service"),
            handoff(2, "SEV2", "OFFERED", EWA, KIM, "Nightly export stops half way; finance waits"),
            handoff(3, "SEV2", "OFFERED", EWA, KIM, HOSTILE),
            handoff(4, "SEV3", "OFFERED", EWA, KIM, "Login is slow for one team"),
            handoff(5, "SEV3", "OFFERED", EWA, KIM, "Invoice shows a wrong address"),
            handoff(6, "SEV4", "OFFERED", EWA, KIM, "Typo in a help page"),
            handoff(7, "SEV4", "OFFERED", EWA, KIM, "Please rename a field"));
    list("GET /api/v1/handoffs", coming);
    House.answers("GET /api/v1/my/shift", Overviews.busyShift());
    House.answers("GET /api/v1/board", Overviews.board(true));
    IntStream.rangeClosed(1, 7)
        .forEach(
            number ->
                House.answers("GET /api/v1/handoffs/" + id(1000 + number), coming.get(number - 1)));
    House.answers(
        "GET /api/v1/handoffs/" + id(1008),
        handoff(8, "SEV1", "OFFERED", KIM, "tam-kai", "Payments fail in Lisbon"));
  }

  /** Nothing comes, nothing leaves, nothing is held. */
  public static void quiet() {
    people();
    House.answers("GET /api/v1/my/shift", Overviews.quietShift());
    House.answers("GET /api/v1/board", Overviews.board(false));
  }

  /** handoff-service does not answer. */
  public static void silence() {
    for (String path : List.of("on-duty", "my/shift", "board", "shifts", "coverage/days")) {
      House.answers("GET /api/v1/" + path, 503, 0, "{}");
    }
  }

  /** Two customers. */
  public static void customers() {
    list(
        "GET /api/v1/customers",
        List.of(
            "{\"id\":\"%s\",\"name\":\"Maple Health\"}".formatted(id(7)),
            "{\"id\":\"%s\",\"name\":\"Aurora Air\"}".formatted(id(8))));
  }

  /** Things that have a plain page. */
  public static void plainPages() {
    people();
    String escalation =
        """
        {"id":"%s","shortId":"ESC-1001","title":"Check-in kiosks cannot reach the booking service","severity":"SEV1",
        "description":"Since 14:00 no kiosk connects.","status":"ACKNOWLEDGED","customer":{"id":"%s","name":"Aurora Air"},
        "openedAt":"%s","tags":["kiosk"],"externalRef":{"system":"servicenow","id":"INC4711","version":1,"url":"https://tickets.example.com/INC4711"},
        "serviceHours":"FOLLOW_THE_SUN","homeRegion":"AMER","acknowledgedBy":"tam-ewa","acknowledgedAt":"%s",
        "resolvedAt":null,"closesAt":null,"closedAt":null,"links":{"self":"/x","html":"/escalations/ESC-1001"}}"""
            .formatted(id(2001), id(7), in(-120), in(-110));
    list(
        "GET /api/v1/escalations/ESC-1001/timeline",
        List.of(
            "{\"revision\":1,\"at\":\"%s\",\"by\":\"monitoring\",\"kind\":\"OPENED\",\"text\":null,\"from\":null,\"to\":null,\"fields\":[]}"
                .formatted(in(-120)),
            "{\"revision\":2,\"at\":\"%s\",\"by\":\"tam-ewa\",\"kind\":\"SEVERITY_CHANGED\",\"text\":\"two airports down\",\"from\":\"SEV2\",\"to\":\"SEV1\",\"fields\":[]}"
                .formatted(in(-100))));
    list("GET /api/v1/escalations", List.of(escalation));
    House.answers("GET /api/v1/escalations/ESC-1001", escalation);
    ledger(false);
  }

  /** Who was accountable for the first escalation: Kim is, and it may rest since an hour. */
  public static void ledger(boolean rests) {
    House.answers(
        "GET /api/v1/accountability/ESC-1001",
        """
        {"escalationId":"%s","opened":"%s","closed":null,"serviceHours":"HOME_REGION","homeRegion":"AMER",
        "intervals":[{"tam":{"id":"tam-ewa","name":"Ewa Nowak"},"region":"EMEA","start":"%s","end":"%s","basis":"ASSIGNED"},
        {"tam":{"id":"tam-kim","name":"Kim Carter"},"region":"AMER","start":"%s","end":null,"basis":"HANDOFF"}],
        "holds":[{"tam":{"id":"tam-kim","name":"Kim Carter"},"start":"%s","end":"%s"}],
        "attended":[{"start":"%s","end":"%s"}],"gaps":[],"resting":[%s],"spans":[]}"""
            .formatted(
                id(2001),
                in(-120),
                in(-120),
                in(-90),
                in(-90),
                in(-5),
                in(rests ? -1 : 50),
                in(-120),
                in(rests ? -60 : 0),
                rests
                    ? "{\"start\":\"%s\",\"end\":\"%s\",\"cause\":\"HOME_HOURS\"}"
                        .formatted(in(-60), in(0))
                    : ""));
  }

  /** The calendar of the next year: an hour a day is nobody's between two clock changes. */
  public static void holes(int days) {
    Instant first =
        Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .plus(100, ChronoUnit.DAYS)
            .plus(22, ChronoUnit.HOURS);
    Instant last = first.plus(days - 1L, ChronoUnit.DAYS);
    String dates =
        IntStream.range(0, days)
            .mapToObj(day -> first.plus(day, ChronoUnit.DAYS).toString().substring(0, 10))
            .map(
                date ->
                    "{\"date\":\"%s\",\"minutes\":60,\"agreedMinutes\":0,\"causes\":[\"CLOCK_CHANGE\"]}"
                        .formatted(date))
            .collect(Collectors.joining(","));
    String run =
        """
        {"start":"%s","end":"%s","startTime":"22:00","endTime":"23:00","each":"PT1H","count":%d,"total":"PT%dH",
        "cause":"CLOCK_CHANGE","agreed":null,"why":"every zone on its standard offset would leave no hole here"}"""
            .formatted(first, last.plus(1, ChronoUnit.HOURS), days, days);
    House.answers(
        "GET /api/v1/coverage/days",
        """
        {"from":"x","to":"x","zone":"UTC","tzdb":"2026a","days":[%s],"runs":[%s],
        "totals":{"gap":"PT%dH","agreed":"PT0S","overlap":"PT0S"}}"""
            .formatted(dates, days == 0 ? "" : run, days));
  }

  /** The roster, and that Kim is on duty. */
  public static void people() {
    House.answers(
        "GET /api/v1/on-duty",
        """
        {"at":"%s","items":[{"region":"AMER","shiftId":"%s","tier":"PRIMARY","tam":{"id":"tam-kim","name":"Kim Carter"},
        "since":"%s","until":"%s"}],"nextCursor":null}"""
            .formatted(in(0), id(1), in(-60), in(420)));
    String kim = tam(KIM, "Kim Carter", "AMER", "America/New_York");
    list(
        "GET /api/v1/tams",
        List.of(
            kim,
            tam(EWA, "Ewa Nowak", "EMEA", "Europe/Warsaw"),
            tam("tam-kai", "Kai Tan", "APAC", "Asia/Singapore")));
    House.answers("GET /api/v1/tams/" + KIM, kim);
    House.answers("GET /api/v1/tams/" + EWA, tam(EWA, "Ewa Nowak", "EMEA", "Europe/Warsaw"));
  }

  private static String tam(String id, String name, String region, String zone) {
    return """
        {"id":"%s","name":"%s","email":"%s@example.com","region":"%s","zone":"%s","status":"ACTIVE","skills":[],
        "languages":["en"],"channels":[],"capacity":10}"""
        .formatted(id, name, id, region, zone);
  }

  /** A list is answered so from now on. */
  public static void list(String request, List<String> items) {
    House.answers(
        request,
        items.stream().collect(Collectors.joining(",", "{\"items\":[", "],\"nextCursor\":null}")));
  }

  public static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** A handoff as the service answers it; the third of them is asked about and badly briefed. */
  public static String handoff(
      int number, String severity, String state, String from, String to, String title) {
    boolean grave = severity.compareTo("SEV3") < 0;
    boolean poor = number == 3;
    return """
        {"id":"%s","shiftChangeId":"%s","escalationId":"%s","escalation":"ESC-100%d","severity":"%s","state":"%s",
        "from":{"tam":{"id":"%s","name":"%s"},"region":"EMEA"},"to":{"tam":{"id":"%s","name":"%s"},"region":"AMER"},
        "boundary":"%s","offeredAt":"%s","effectiveFrom":"%s","acceptBy":"%s","acceptedAt":null,"assignedBy":null,
        "needsReadBack":%s,"readBackOwed":false,"readBack":null,"actionsLeft":[],"cancelReason":null,"lateness":"PT0S",
        "attempts":[%s],"queries":[%s],"briefing":%s,"revision":1,
        "links":{"self":"/api/v1/handoffs/%s","html":"/handoffs/%s","escalation":"/api/v1/escalations/x"}}"""
        .formatted(
            id(1000 + number),
            id(9),
            id(2000 + number),
            number,
            severity,
            state,
            from,
            name(from),
            to,
            name(to),
            in(12),
            in(-18),
            in(12),
            in(27),
            grave && state.equals("OFFERED"),
            poor
                ? "{\"tam\":{\"id\":\"tam-noelle\",\"name\":\"Noëlle Roy\"},\"offeredAt\":\""
                    + in(-18)
                    + "\",\"outcome\":\"DECLINED\",\"answeredAt\":\""
                    + in(-10)
                    + "\",\"reason\":\"billing skills\",\"routing\":null}"
                : "",
            poor || number == 8
                ? "{\"number\":1,\"askedBy\":{\"id\":\"tam-kai\",\"name\":\"Kai Tan\"},\"question\":\"Rolled back already?\",\"askedAt\":\""
                    + in(-5)
                    + "\",\"answeredBy\":null,\"answer\":null,\"answeredAt\":null}"
                : "",
            briefing(number, severity, title, poor, 3),
            id(1000 + number),
            id(1000 + number));
  }

  private static String name(String id) {
    return switch (id) {
      case KIM -> "Kim Carter";
      case EWA -> "Ewa Nowak";
      default -> "Kai Tan";
    };
  }

  /** A briefing of this version. */
  public static String briefing(
      int number, String severity, String title, boolean poor, long version) {
    String words =
        poor
            ? "\"severityReason\":null,\"summary\":null,\"lastContact\":null,\"mood\":null,\"actions\":[],\"promises\":[],\"risks\":[],\"hypotheses\":[],\"links\":[]"
            : """
            "severityReason":"two airports down","summary":"Rolled back at 14:30; Lisbon is back,\\nWarsaw still down.",
            "lastContact":{"at":"%s","by":"Ewa","text":"told of the rollback"},"mood":"CONCERNED",
            "actions":[{"text":"confirm that Warsaw recovers","owner":"tam-kim","due":"%s"},{"text":"call Helena","owner":null,"due":"%s"}],
            "promises":[{"text":"call Helena","due":"%s"}],"risks":["the certificate expires tonight"],
            "hypotheses":[{"text":"bad certificate","ruledOut":false},{"text":"DNS","ruledOut":true}],
            "links":["https://status.example.com/42"]"""
                .formatted(in(-40), in(30), in(20), in(20));
    return """
        {"handoffId":"%s","escalation":"ESC-100%d","version":%d,"writtenBy":"tam-ewa","writtenAt":"%s","severity":"%s",
        "nextDue":"%s","facts":{"severity":"%s","status":"ACKNOWLEDGED","serviceHours":"FOLLOW_THE_SUN","homeRegion":"EMEA","resting":null,
        "title":"%s","description":"Since 14:00 no kiosk connects. See https://example.com/log.","ticketUrl":"https://tickets.example.com/INC4711",
        "openedAt":"%s","customer":{"id":"%s","name":"Aurora Air"},"deadlines":[{"text":"update the customer","due":"%s"}],
        "stakeholders":[{"name":"Helena Marsh","role":"CTO","link":"/api/v1/customers/x/stakeholders"}]},
        "words":{%s},"written":["summary"],"missing":[%s],"since":null,
        "changes":[{"revision":4,"at":"%s","by":"tam-ewa","kind":"NOTE","text":"Lisbon is back","details":null}]}"""
        .formatted(
            id(1000 + number),
            number,
            version,
            in(-8),
            severity,
            in(13),
            severity,
            json(title),
            in(-120),
            id(7),
            in(13),
            words,
            poor
                ? "{\"code\":\"SUMMARY\",\"detail\":\"how it stands\"},{\"code\":\"ACTION\",\"detail\":\"what is to be done next\"}"
                : "",
            in(-30));
  }

  static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
