package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "I have the pager": one word for all; leads who assign. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class PagerIT {
  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void follow_the_sun() {
    scene = new Scene(clock, pool);
    scene.begin(
        "09:00",
        CalendarText.people()
            .shift("EMEA", "07:00", "15:00", "emma", null)
            .shift("AMER", "15:00", "23:00", "zoe", "adam"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private JsonPath takeAll(JsonObject request) {
    return scene.post("zoe", "accept", request).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void all_that_is_offered_to_me_is_accepted_and_the_severe_ones_are_left_to_be_read() {
    UUID severe = scene.open(Severity.SEV1, "09:00");
    UUID mild = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    assertThat(scene.handoff(severe).getString("attempts[0].routing")).isNotBlank();

    JsonPath first = takeAll(JsonObject.of("all", true));
    assertThat(first.getList("items.status", Integer.class)).containsExactlyInAnyOrder(200, 400);
    assertThat(scene.handoff(mild).getString("state")).isEqualTo("ACCEPTED");
    assertThat(scene.handoff(severe).getString("state")).isEqualTo("OFFERED");
    JsonPath second = takeAll(JsonObject.of("all", true, "readBack", "I have the pager now"));
    assertThat(second.getList("items.problem.errors.flatten().code")).containsExactly("one-by-one");
    assertThat(scene.handoff(severe).getBoolean("needsReadBack")).isTrue();
    String id = scene.handoff(severe).getString("id");
    accept("zoe", id, "I have it").statusCode(400).body("errors[0].code", equalTo("too-short"));
    accept("zoe", id, "the vendor rolls it back").statusCode(200);
    assertThat(scene.handoff(severe).getBoolean("needsReadBack")).isFalse();
    assertThat(takeAll(JsonObject.of("all", true)).getList("items")).isEmpty();
  }

  @Test
  void either_all_or_some_but_not_both_and_not_neither() {
    scene.post("zoe", "accept", new JsonObject()).then().statusCode(400);
    JsonObject both =
        JsonObject.of(
            "all", true, "items", JsonArray.of(JsonObject.of("id", UUID.randomUUID().toString())));
    scene
        .post("zoe", "accept", both)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items"));
  }

  @Test
  void a_lead_who_is_asked_assigns_it_to_somebody_on_duty() {
    UUID escalation = scene.open(Severity.SEV1, "09:00");
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    JsonObject toAdam = JsonObject.of("tam", "adam", "reason", "knows the customer");
    scene.post("kai", id + "/assignment", toAdam).then().statusCode(403);
    scene.goTo("15:00");
    scene.goTo("15:20");
    scene
        .post("leo", id + "/assignment", JsonObject.of("tam", "kai", "reason", "x"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/tam"));
    scene
        .post("leo", id + "/assignment", toAdam)
        .then()
        .statusCode(200)
        .body("state", equalTo("ASSIGNED_BY_LEAD"))
        .body("assignedBy.id", equalTo("leo"))
        .body("readBackOwed", equalTo(true));
    scene.post("leo", id + "/assignment", toAdam).then().statusCode(200);
    assertThat(scene.accountable(escalation, "15:20")).isEqualTo("adam REASSIGNED");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("adam");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:20 UNACCEPTED_HANDOFF");
  }

  @Test
  void
      whom_a_lead_assigned_is_asked_for_the_read_back_until_it_is_given_and_evidence_names_the_lead() {
    UUID escalation = scene.open(Severity.SEV1, "09:00");
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    scene.goTo("15:00");
    scene.goTo("15:20");
    scene
        .post("leo", id + "/assignment", JsonObject.of("tam", "adam", "reason", "knows it"))
        .then()
        .statusCode(200);
    String change = scene.handoff(escalation).getString("shiftChangeId");
    assertThat(scene.get("/api/v1/shift-changes/" + change).getMap("handoffs"))
        .containsEntry("assignedByLead", 1)
        .containsEntry("accepted", 0);
    await().until(() -> !scene.messages(escalation, "READ_BACK", "adam").isEmpty());

    accept("zoe", id, "I take this one, too").statusCode(409);
    accept("adam", id, "on it").statusCode(400);
    accept("adam", id, "rolled back, next update at four")
        .statusCode(200)
        .body("state", equalTo("ASSIGNED_BY_LEAD"))
        .body("readBackOwed", equalTo(false))
        .body("readBack", equalTo("rolled back, next update at four"));
    accept("adam", id, "rolled back, next update at four").statusCode(200);
    accept("adam", id, "something quite different").statusCode(409);
    JsonPath evidence = scene.get("/api/v1/handoffs/" + id + "/evidence");
    assertThat(evidence.getList("items.entry.state"))
        .containsExactly("ASSIGNED_BY_LEAD", "ASSIGNED_BY_LEAD");
    assertThat(evidence.getString("items[0].entry.assignedBy.name")).isEqualTo("Leo");
    assertThat(evidence.getString("items[0].entry.basis")).isEqualTo("REASSIGNED");
    assertThat(evidence.getString("items[1].entry.readBack"))
        .isEqualTo("rolled back, next update at four");
  }

  @Test
  void taking_over_what_is_offered_to_me_is_accepting_it_read_back_included() {
    UUID escalation = scene.open(Severity.SEV1, at("09:00"), scene.customer("AMER", "zoe"));
    scene.goTo("14:30");
    scene
        .takeOver(escalation, "zoe")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/readBack"));
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("OFFERED");
    scene
        .postTo(
            "zoe",
            "/api/v1/accountability/" + escalation + "/takeover",
            JsonObject.of("readBack", "rolled back, next update at four"))
        .then()
        .statusCode(200);
    assertThat(scene.handoff(escalation).getString("state")).isEqualTo("ACCEPTED");
    assertThat(scene.handoff(escalation).getString("readBack")).contains("next update at four");
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("zoe HANDOFF");
    assertThat(scene.gaps(escalation)).isEmpty();
  }

  @Test
  void what_is_not_taken_on_stays_with_its_owner_who_is_told() {
    UUID escalation = scene.open(Severity.SEV3, at("09:00"), scene.customer("AMER", "zoe"));
    note(escalation, 2, "call the vendor", "Adam");
    note(escalation, 3, "confirm the rollback", "emma");
    note(escalation, 4, "write to the board", "their CIO");
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    scene
        .post("zoe", id + "/acceptance", JsonObject.of("takes", JsonArray.of("call the bank")))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/takes/0"));
    scene
        .post(
            "zoe", id + "/acceptance", JsonObject.of("takes", JsonArray.of("confirm the rollback")))
        .then()
        .statusCode(200)
        .body("actionsLeft.text", equalTo(List.of("call the vendor", "write to the board")));
    String from = scene.handoff(escalation).getString("from.tam.id");
    await().until(() -> !scene.messages(escalation, "ACTION_LEFT", from).isEmpty());
    assertThat(scene.messages(escalation, "ACTION_LEFT", "adam")).hasSize(1);
  }

  private void note(UUID escalation, long revision, String action, String owner) {
    scene.note(
        escalation,
        revision,
        action,
        new NoteDetails(NoteKind.ACTION, at("16:00").plusSeconds(revision), owner, null, null));
  }

  private ValidatableResponse accept(String tam, String id, String words) {
    return scene.post(tam, id + "/acceptance", JsonObject.of("readBack", words)).then();
  }

  @Test
  void a_manager_assigns_whoever_is_asked() {
    UUID escalation = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    String id = scene.handoff(escalation).getString("id");
    RestAssured.given()
        .auth()
        .oauth2(Tokens.manager())
        .contentType(ContentType.JSON)
        .body(JsonObject.of("tam", "adam", "reason", "zoe is ill").encode())
        .post("/api/v1/handoffs/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("state", equalTo("ASSIGNED_BY_LEAD"))
        .body("assignedBy.id", equalTo("manager-mia"))
        .body("readBackOwed", equalTo(false));
    scene.goTo("15:00");
    assertThat(scene.accountable(escalation, "15:00")).isEqualTo("adam REASSIGNED");
  }

  @Test
  void a_severity_one_goes_to_the_one_who_has_none() {
    UUID first = scene.open(Severity.SEV1, at("09:00"), scene.customer("AMER", "zoe"));
    UUID second = scene.open(Severity.SEV1, at("09:00"), scene.customer("AMER", "zoe"));
    scene.goTo("14:30");
    assertThat(
            List.of(
                scene.handoff(first).getString("to.tam.id"),
                scene.handoff(second).getString("to.tam.id")))
        .containsExactlyInAnyOrder("zoe", "adam");
  }
}
