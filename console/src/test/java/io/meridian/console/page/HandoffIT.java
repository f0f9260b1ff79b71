package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.House.Asked;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answering and writing, as a browser without scripts does it. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class HandoffIT {
  private static final String PAGE = "/handoffs/" + Stories.GRAVE;
  private static final String API = "/api/v1/handoffs/" + Stories.GRAVE;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  @Test
  void it_shows_what_the_incoming_tam_must_know() {
    kim()
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("Check-in kiosks cannot reach"))
        .body(containsString("two airports down"))
        .body(containsString("Warsaw still down."))
        .body(containsString("confirm that Warsaw recovers"))
        .body(containsString("the certificate expires tonight"))
        .body(containsString("Helena Marsh (CTO)"))
        .body(containsString("update the customer"))
        .body(containsString("https://tickets.example.com/INC4711"))
        .body(containsString("Ewa Nowak (EMEA)"));
  }

  @Test
  void who_is_known_by_an_id_is_called_by_their_name() {
    assertThat(kim().get(PAGE).asString())
        .contains("confirm that Warsaw recovers</bdi> · <bdi dir=\"auto\">Kim Carter")
        .contains("<bdi dir=\"auto\">Ewa Nowak</bdi> · note")
        .doesNotContain("tam-ewa");
    assertThat(as(Stories.EWA, "tam").get(PAGE + "/briefing").asString())
        .contains("Version 3 of Ewa Nowak");
  }

  @Test
  void that_nobody_was_expected_to_act_is_said_before_anybody_is_blamed() {
    String offered =
        Stories.handoff(1, "SEV1", "OFFERED", Stories.EWA, Stories.KIM, "Check-in kiosks");
    String since = "\"resting\":{\"start\":\"2026-11-28T18:00:00Z\",\"end\":%s,\"cause\":\"%s\"}";

    House.answers(
        "GET " + API, offered.replace("\"resting\":null", since.formatted("null", "HOME_HOURS")));
    kim()
        .get(PAGE)
        .then()
        .body(containsString("13:00: it lives in EMEA, and it is not its hours there"))
        .body(containsString("Nobody is expected to act."));

    String end = "\"2026-11-29T07:00:00Z\"";
    House.answers(
        "GET " + API, offered.replace("\"resting\":null", since.formatted(end, "RESOLVED")));
    kim()
        .get(PAGE)
        .then()
        .body(containsString("02:00: it was resolved. Nobody was expected to act then."));
  }

  @Test
  void a_read_back_and_what_is_ticked_go_to_the_service() {
    House.answers("POST " + API + "/acceptance", accepted());

    kim()
        .formParam("chosen", "1")
        .formParam("takes", "call Helena")
        .formParam("readBack", "Kiosks are down, I confirm Warsaw first")
        .post(PAGE + "/acceptance")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/shift"))
        .cookie("notice");

    assertThat(House.written())
        .singleElement()
        .extracting(Asked::body)
        .isEqualTo(
            "{\"readBack\":\"Kiosks are down, I confirm Warsaw first\",\"takes\":[\"call Helena\"]}");
  }

  @Test
  void what_became_of_it_is_said_by_the_next_page_once() {
    House.answers("POST " + API + "/acceptance", accepted());
    String notice = kim().formParam("readBack", "x").post(PAGE + "/acceptance").cookie("notice");

    Response next = kim().cookie("notice", notice).get("/shift");
    assertThat(next.asString()).contains("ESC-1001 is yours from", "Ewa Nowak has been told.");
    assertThat(next.cookie("notice")).isEmpty();
    kim().cookie("notice", "!!!").get("/shift").then().statusCode(200);
  }

  @Test
  void words_that_are_not_enough_come_back_with_the_reason_beside_them() {
    House.refuses(
        "POST " + API + "/acceptance",
        400,
        "The read-back is too short",
        "{\"pointer\":\"/readBack\",\"code\":\"too-short\",\"detail\":\"at least 15 characters\"}");

    kim()
        .formParam("readBack", "kiosks <down>")
        .post(PAGE + "/acceptance")
        .then()
        .statusCode(400)
        .body(containsString("kiosks &lt;down&gt;</textarea>"))
        .body(containsString("at least 15 characters"))
        .body(containsString("<details open>"));
  }

  @Test
  void who_comes_too_late_sees_how_it_stands_now() {
    House.refuses("POST " + API + "/acceptance", 409, "Noëlle Roy accepted it at 15:02", "");
    House.answers(
        "GET " + API,
        Stories.handoff(1, "SEV1", "ACCEPTED", Stories.EWA, "tam-kai", "Check-in kiosks"));

    kim()
        .formParam("readBack", "Kiosks are down, I confirm Warsaw first")
        .post(PAGE + "/acceptance")
        .then()
        .statusCode(409)
        .body(containsString("Noëlle Roy accepted it at 15:02"))
        .body(containsString("Accepted by Kai Tan (AMER)"))
        .body(not(containsString("I have it")));
  }

  @Test
  void a_service_that_does_not_answer_is_told_so_and_nothing_is_claimed() {
    House.answers("POST " + API + "/decline", 500, 0, "{}");
    kim()
        .formParam("reason", "on another SEV1")
        .post(PAGE + "/decline")
        .then()
        .statusCode(503)
        .body(containsString("may or may not have been done"));
  }

  @Test
  void declining_asking_and_answering_go_to_the_service() {
    House.answers("POST " + API + "/decline", accepted());
    House.answers("POST " + API + "/query", accepted());
    House.answers("POST " + API + "/query/1/answer", accepted());

    kim().formParam("reason", "no skills").post(PAGE + "/decline").then().statusCode(303);
    kim().formParam("question", "Rolled back?").post(PAGE + "/question").then().statusCode(303);
    kim().formParam("answer", "Yes").post(PAGE + "/question/1").then().statusCode(303);

    assertThat(House.written())
        .extracting(Asked::body)
        .containsExactly(
            "{\"reason\":\"no skills\"}",
            "{\"question\":\"Rolled back?\"}",
            "{\"answer\":\"Yes\"}");
  }

  @Test
  void what_is_missing_is_shown_where_it_is_missing_and_asked_for_with_one_tap() {
    String page = kim().get("/handoffs/" + Stories.id(1003)).asString();

    assertThat(page)
        .contains("Missing: how it stands", "Missing: what is to be done next")
        .contains("value=\"Please add to the briefing: how it stands.\"")
        .contains("Ask Ewa Nowak for it")
        .contains("Noëlle Roy declined: billing skills");
  }

  @Test
  void what_others_wrote_is_text_and_hides_nothing() {
    for (String path : List.of("/shift", "/handoffs/" + Stories.id(1003))) {
      assertThat(kim().get(path).asString())
          .contains("&lt;img src=x onerror=alert(1)&gt;")
          .doesNotContain("<img", "\u202E", "\u200B");
    }
  }

  @Test
  void those_of_severity_3_and_4_are_accepted_together() {
    House.answers(
        "POST /api/v1/handoffs/accept",
        "{\"items\":[{\"id\":\"%s\",\"status\":200,\"problem\":null},{\"id\":\"%s\",\"status\":409,\"problem\":{\"status\":409,\"title\":\"Conflict\",\"detail\":\"Kai has it\"}}]}"
            .formatted(Stories.id(1004), Stories.id(1005)));
    String shift = kim().get("/shift").asString();
    assertThat(shift).contains("Accept all 4 of SEV3–4");

    String notice =
        kim()
            .formParam("id", Stories.id(1004), Stories.id(1005))
            .post("/shift/acceptances")
            .then()
            .statusCode(303)
            .extract()
            .cookie("notice");
    assertThat(kim().cookie("notice", notice).get("/shift").asString())
        .contains("1 handoff is yours. 1 was refused: Kai has it");
  }

  @Test
  void my_shift_is_one_call() {
    kim().get("/shift").then().statusCode(200);

    assertThat(House.asked()).extracting(Asked::line).containsExactly("GET /api/v1/my/shift");
  }

  @Test
  void my_shift_says_when_it_ends_who_comes_next_and_what_can_go_wrong() {
    kim()
        .get("/shift")
        .then()
        .body(containsString("On duty"))
        .body(containsString("Noëlle Roy (secondary)"))
        .body(containsString("1 briefing is incomplete"))
        .body(containsString("1 question to you"))
        .body(containsString("Ewa Nowak</bdi>: <bdi dir=\"auto\">Not yet."))
        .body(containsString("Kai Tan"))
        .body(containsString("No message reaches Kai Tan"));
  }

  @Test
  void my_shift_is_there_while_the_service_is_silent() {
    House.answers("GET /api/v1/my/shift", 200, 1_500, "{}");

    kim().get("/shift").then().statusCode(200).body(containsString("does not answer"));
  }

  @Test
  void nothing_is_said_plainly() {
    House.reset();
    Stories.quiet();

    kim()
        .get("/shift")
        .then()
        .body(containsString("Nothing is coming."))
        .body(containsString("accountable for nothing"));
  }

  @Test
  void only_what_the_writer_changed_is_sent_against_the_version_they_saw() {
    House.answers("PATCH " + API + "/briefing", Stories.briefing(1, "SEV1", "x", false, 4));
    Map<String, String> form = briefingForm();
    form.put("summary", "Warsaw is back too");

    as(Stories.EWA, "tam").formParams(form).post(PAGE + "/briefing").then().statusCode(303);

    Asked sent = House.written().getLast();
    assertThat(sent.body()).isEqualTo("{\"summary\":\"Warsaw is back too\"}");
    assertThat(sent.ifMatch()).isEqualTo("\"3\"");
  }

  @Test
  void nothing_changed_is_nothing_sent() {
    as(Stories.EWA, "tam")
        .formParams(briefingForm())
        .post(PAGE + "/briefing")
        .then()
        .statusCode(303);

    assertThat(House.written()).isEmpty();
  }

  @Test
  void what_two_people_changed_is_shown_side_by_side_and_nothing_is_lost() {
    Map<String, String> form = briefingForm();
    form.put("summary", "Warsaw is back too");
    form.put("risks", "none left");
    House.refuses("PATCH " + API + "/briefing", 412, "It has changed", "");
    House.answers(
        "GET " + API,
        Stories.handoff(1, "SEV1", "OFFERED", Stories.EWA, Stories.KIM, "Check-in kiosks")
            .replace("Rolled back at 14:30;", "Rolled back at 14:35;")
            .replace("\"version\":3", "\"version\":5"));

    String page =
        as(Stories.EWA, "tam")
            .formParams(form)
            .post(PAGE + "/briefing")
            .then()
            .statusCode(412)
            .extract()
            .asString();

    assertThat(page)
        .contains("Choose what stands", "Warsaw is back too", "Rolled back at 14:35;", "none left")
        .contains("name=\"choose.summary\"")
        .doesNotContain("name=\"choose.risks\"")
        .contains("name=\"version\" value=\"5\"");
  }

  @Test
  void who_wrote_about_something_else_meanwhile_disturbs_nobody() {
    Map<String, String> form = briefingForm();
    form.put("risks", "none left");
    House.refuses("PATCH " + API + "/briefing", 412, "It has changed", "");
    House.answers(
        "GET " + API,
        Stories.handoff(1, "SEV1", "OFFERED", Stories.EWA, Stories.KIM, "Check-in kiosks")
            .replace("Rolled back at 14:30;", "Rolled back at 14:35;")
            .replace("\"version\":3", "\"version\":5"));

    as(Stories.EWA, "tam").formParams(form).post(PAGE + "/briefing");

    assertThat(House.written()).extracting(Asked::ifMatch).startsWith("\"3\"", "\"5\"");
    assertThat(House.written()).extracting(Asked::body).containsOnly("{\"risks\":[\"none left\"]}");
  }

  private static String accepted() {
    return Stories.handoff(1, "SEV1", "ACCEPTED", Stories.EWA, Stories.KIM, "Check-in kiosks");
  }

  /** The form as Ewa's browser has it. */
  private Map<String, String> briefingForm() {
    String page =
        as(Stories.EWA, "tam").get(PAGE + "/briefing").then().statusCode(200).extract().asString();
    Map<String, String> form = new TreeMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2));
    }
    for (String field : BriefingForm.ORDER) {
      form.putIfAbsent(field, form.getOrDefault("base." + field, ""));
    }
    List<String> contact = BriefingForm.parts(form.get("base.lastContact"), 3);
    form.put("contact.at", contact.get(0));
    form.put("contact.by", contact.get(1));
    form.put("contact.text", contact.get(2));
    rows(form, "actions", "action", List.of("text", "owner", "due"));
    rows(form, "promises", "promise", List.of("text", "due"));
    return form;
  }

  private static void rows(
      Map<String, String> form, String field, String name, List<String> parts) {
    int number = 1;
    for (String row : form.get("base." + field).lines().toList()) {
      List<String> cells = BriefingForm.parts(row, parts.size());
      for (int i = 0; i < parts.size(); i++) {
        form.put(name + number + "." + parts.get(i), cells.get(i));
      }
      number++;
    }
  }

  @Test
  void a_manager_chooses_whom_they_assign_it_to_those_of_the_next_region_first() {
    String page = as("manager-mia", "manager").get("/handoffs/" + Stories.GRAVE).asString();

    assertThat(page).contains("<option value=\"tam-kim\">Kim Carter, AMER, primary now</option>");
    House.answers("GET /api/v1/board", 503, 0, "{}");
    assertThat(as("manager-mia", "manager").get("/handoffs/" + Stories.GRAVE).asString())
        .contains("Whom? Their id, e.g. tam-kim");
  }
}
