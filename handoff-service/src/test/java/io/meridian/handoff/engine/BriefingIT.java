package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Briefings from the draft to the read-back. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BriefingIT {
  private static final String EDIT =
      """
      {"severityReason":"all of EMEA","summary":"rolled back",
       "lastContact":{"at":"2026-03-09T14:10:00Z","by":"emma","text":"told them"},
       "actions":[{"text":"confirm","owner":"zoe","due":"2026-03-09T16:00:00Z"}]}""";

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static NoteDetails details(NoteKind kind) {
    return new NoteDetails(kind, null, null, null, null);
  }

  private static Response put(String handoff, String tam, @Nullable String ifMatch, String body) {
    return put(handoff, Tokens.tam(tam), ifMatch, body, "PUT");
  }

  private static Response put(
      String handoff, String token, @Nullable String ifMatch, String body, String verb) {
    var request = RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .request(verb, "/api/v1/handoffs/" + handoff + "/briefing");
  }

  private JsonPath briefing(String handoff) {
    return scene.get("/api/v1/handoffs/" + handoff + "/briefing");
  }

  @Test
  void the_draft_follows_the_timeline_and_the_offer_tells_what_it_lacks() {
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    scene.note(escalation, 2, "rolled back", null);
    scene.note(escalation, 3, "call the vendor", details(NoteKind.ACTION));
    scene.goTo("14:30");

    JsonPath handoff = scene.handoff(escalation);
    List<String> lacks =
        List.of("SEVERITY_REASON", "CUSTOMER_CONTACT", "ACTION_OWNER", "ACTION_DUE");
    assertThat(handoff.getString("briefing.summary")).isEqualTo("rolled back");
    assertThat(handoff.getList("briefing.missing.code")).isEqualTo(lacks);
    HandoffState offered =
        scene
            .kafka()
            .await(HandoffEvent.Offered.class, escalation.toString())
            .handoffs()
            .getFirst();
    assertThat(offered.briefing()).isNotNull();
    assertThat(offered.briefing().missing()).isEqualTo(lacks);

    scene.note(escalation, 4, "spoke with Jo", details(NoteKind.CUSTOMER_CONTACT));
    assertThat(briefing(handoff.getString("id")).getString("lastContact.text"))
        .isEqualTo("spoke with Jo");
  }

  @Test
  void whom_it_concerns_writes_it_and_a_refusal_says_whom_it_does() {
    UUID escalation = scene.open(Severity.SEV2, at("09:00"), scene.customer("APAC", "mei"));
    scene.goTo("14:30");
    JsonPath handoff = scene.handoff(escalation);
    String id = handoff.getString("id");
    String asked = handoff.getString("to.tam.id");
    long version = 0;

    for (String who : List.of("emma", "noah", asked, "mei", "lena")) {
      put(id, who, "\"" + version++ + "\"", EDIT).then().statusCode(200);
    }
    put(id, Tokens.manager(), "\"5\"", "{\"summary\":\"s\"}", "PATCH").then().statusCode(200);
    for (String other : List.of(asked.equals("zoe") ? "adam" : "zoe", "kai", "leo", "lin")) {
      put(id, other, "\"6\"", EDIT)
          .then()
          .statusCode(403)
          .body(
              "detail", containsString("who is on duty in EMEA, who is assigned to its customer"));
    }
  }

  @Test
  void each_edit_is_a_version_and_what_comes_later_is_told() {
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");

    put(id, "kai", "\"0\"", EDIT).then().statusCode(403);
    put(id, from, null, EDIT).then().statusCode(428);
    put(id, from, "\"0\"", EDIT).then().statusCode(200).header("ETag", "\"1\"");
    put(id, from, "\"0\"", EDIT).then().statusCode(412);
    put(id, from, "\"1\"", "{\"actions\":[{\"text\":\"\"}]}").then().statusCode(400);
    put(id, from, "\"1\"", EDIT.replace("rolled back", "stable")).then().statusCode(200);
    scene.note(escalation, 2, "new error", null);

    JsonPath briefing = briefing(id);
    assertThat(briefing.getInt("version")).isEqualTo(2);
    assertThat(briefing.getString("summary")).isEqualTo("stable");
    assertThat(briefing.getList("missing")).isEmpty();
    assertThat(briefing.getList("changes.text")).isEqualTo(List.of("new error"));
    assertThat(scene.get("/api/v1/handoffs/" + id + "/briefing/versions").getList("items.version"))
        .isEqualTo(List.of(1, 2));
    assertThat(
            scene
                .kafka()
                .await(
                    HandoffEvent.Briefed.class,
                    2,
                    e -> e.handoffs().getFirst().escalationId().equals(escalation))
                .stream()
                .map(e -> e.handoffs().getFirst().briefing().version()))
        .containsExactly(1L, 2L);
  }

  @Test
  void the_draft_names_the_next_sla_deadline_and_the_customers_stakeholders() {
    Elsewhere elsewhere = new Elsewhere(scene);
    var quick = new SlaTarget(Severity.SEV2, Duration.ofMinutes(15), null, null, null);
    var hourly = new SlaTarget(Severity.SEV2, null, Duration.ofHours(1), null, null);
    elsewhere.promise(2, hourly);
    elsewhere.promise(1, quick);
    UUID customer = elsewhere.customer(new Stakeholder("Dana Roy", "CTO", Severity.SEV2));
    UUID escalation = scene.open(Severity.SEV2, at("09:00"), customer);
    scene.jump("14:10");
    scene.note(escalation, 2, "spoke with Jo", details(NoteKind.CUSTOMER_CONTACT));
    scene.goTo("14:30");

    String id = scene.handoff(escalation).getString("id");
    JsonPath draft = briefing(id);
    assertThat(draft.getList("deadlines.text")).containsExactly("SLA: next update, one every 1 h");
    assertThat(draft.getString("deadlines[0].due")).isEqualTo(at("15:10").toString());
    assertThat(draft.getString("nextDue")).isEqualTo(at("15:10").toString());
    assertThat(draft.getList("stakeholders")).containsExactly("Dana Roy, CTO");

    elsewhere.promise(3);
    assertThat(briefing(id).getList("deadlines")).isEmpty();
    elsewhere.promise(4, hourly);
    scene.accept(id, "zoe").then().statusCode(200);
    elsewhere.promise(5);
    assertThat(briefing(id).getList("facts.deadlines")).isEmpty();
  }

  @Test
  void writing_words_leaves_the_facts_and_what_is_due_next_as_they_are() {
    Elsewhere elsewhere = new Elsewhere(scene);
    elsewhere.promise(1, new SlaTarget(Severity.SEV2, null, Duration.ofHours(1), null, null));
    UUID customer = elsewhere.customer(new Stakeholder("Dana Roy", "CTO", Severity.SEV2));
    UUID escalation = scene.open(Severity.SEV2, at("09:00"), customer);
    scene.jump("14:10");
    scene.note(escalation, 2, "spoke with Jo", details(NoteKind.CUSTOMER_CONTACT));
    scene.note(escalation, 3, "call the vendor", details(NoteKind.ACTION));
    elsewhere.describe(escalation, 4, "all cards", "https://desk.example/4711", at("14:11"));
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    JsonPath draft = briefing(id);
    assertThat(draft.getString("facts.status")).isEqualTo("ACKNOWLEDGED");
    assertThat(draft.getString("facts.description")).isEqualTo("all cards");
    assertThat(draft.getString("facts.ticketUrl")).isEqualTo("https://desk.example/4711");
    assertThat(draft.getString("facts.stakeholders[0].name")).isEqualTo("Dana Roy");
    assertThat(draft.getString("facts.stakeholders[0].role")).isEqualTo("CTO");
    assertThat(draft.getString("facts.stakeholders[0].link"))
        .isEqualTo("/api/v1/customers/" + customer + "/stakeholders");
    assertThat(draft.getString("nextDue")).isEqualTo(at("15:10").toString());

    JsonPath written = put(id, from, "\"0\"", EDIT).then().statusCode(200).extract().jsonPath();
    assertThat(written.getMap("facts")).isEqualTo(draft.getMap("facts"));
    assertThat(written.getString("nextDue")).isEqualTo(draft.getString("nextDue"));
    assertThat(written.getString("words.summary")).isEqualTo("rolled back");
    assertThat(written.getString("lastContact.text")).isEqualTo("told them");
    put(id, from, "\"1\"", "{\"deadlines\":[]}").then().statusCode(400);
    put(id, from, "\"1\"", "{\"stakeholders\":[\"me\"]}").then().statusCode(400);

    JsonPath changed = patch(id, from, "{\"summary\":\"stable\"}");
    assertThat(changed.getMap("facts")).isEqualTo(draft.getMap("facts"));
    assertThat(changed.getString("nextDue")).isEqualTo(draft.getString("nextDue"));
    assertThat(changed.getString("words.summary")).isEqualTo("stable");
    assertThat(changed.getString("words.severityReason")).isEqualTo("all of EMEA");
    assertThat(changed.getList("words.actions.text")).isEqualTo(List.of("confirm"));
    assertThat(changed.getList("written"))
        .isEqualTo(List.of("severityReason", "summary", "lastContact", "actions"));
  }

  @Test
  void an_edited_draft_goes_on_following_the_timeline() {
    UUID escalation = scene.open(Severity.SEV2, "09:00");
    scene.note(escalation, 2, "call the vendor", details(NoteKind.ACTION));
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    put(id, from, "\"0\"", "{\"summary\":\"stable\"}").then().statusCode(200);
    assertThat(briefing(id).getList("words.actions.text")).isEqualTo(List.of("call the vendor"));

    scene.note(escalation, 3, "done", new NoteDetails(null, null, null, null, 2L));
    scene.note(escalation, 4, "check the logs", details(NoteKind.ACTION));
    scene.note(escalation, 5, "spoke with Jo", details(NoteKind.CUSTOMER_CONTACT));
    JsonPath followed = briefing(id);
    assertThat(followed.getList("words.actions.text")).isEqualTo(List.of("check the logs"));
    assertThat(followed.getString("words.lastContact.text")).isEqualTo("spoke with Jo");
    assertThat(followed.getString("words.summary")).isEqualTo("stable");

    scene.accept(id, "zoe").then().statusCode(200);
    scene.note(escalation, 6, "write to the board", details(NoteKind.ACTION));
    assertThat(briefing(id).getList("words.actions.text")).isEqualTo(List.of("check the logs"));
    assertThat(
            scene
                .get("/api/v1/handoffs/" + id + "/briefing/versions")
                .getList("items[0].content.actions.text"))
        .isEqualTo(List.of("call the vendor"));
  }

  private static JsonPath patch(String handoff, String tam, String body) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(body)
        .patch("/api/v1/handoffs/" + handoff + "/briefing")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .extract()
        .jsonPath();
  }

  @Test
  void the_acceptance_freezes_it_and_the_read_back_closes_it() {
    UUID escalation = scene.open(Severity.SEV1, "09:00");
    scene.note(escalation, 2, "rolled back", null);
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    String from = scene.handoff(escalation).getString("from.tam.id");
    scene.accept(id, "zoe").then().statusCode(200);
    scene.note(escalation, 3, "fails again", null);

    put(id, from, "\"0\"", EDIT).then().statusCode(409);
    JsonPath briefing = briefing(id);
    assertThat(briefing.getString("summary")).isEqualTo("rolled back");
    assertThat(briefing.getString("readBack")).isEqualTo(People.READ_BACK);
    assertThat(briefing.getList("changes.text")).isEqualTo(List.of("fails again"));
  }

  @Test
  void whoever_had_it_before_is_told_what_changed_since() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.note(escalation, 2, "in the morning", null);
    scene.goTo("14:30");
    String from = scene.handoff(escalation).getString("from.tam.id");
    scene.accept(scene.handoff(escalation).getString("id"), "zoe").then().statusCode(200);
    scene.goTo("16:00");
    scene.note(escalation, 3, "in the evening", null);
    scene.goTo("22:30");
    String next = (String) scene.handoffs(escalation).getLast().get("id");

    JsonPath mine = mine(next, from);
    assertThat(mine.getString("since")).isEqualTo(at("15:00").toString());
    assertThat(mine.getList("changes.text")).isEqualTo(List.of("in the evening"));
    assertThat(mine(next, "kai").getString("since")).isNull();
    assertThat(mine(next, "kai").getList("changes.text"))
        .isEqualTo(List.of("in the morning", "in the evening"));
  }

  private static JsonPath mine(String handoff, String tam) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.tam(tam))
        .get("/api/v1/handoffs/" + handoff + "/briefing?since=mine")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
