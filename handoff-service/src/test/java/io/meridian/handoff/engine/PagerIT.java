package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
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
  void all_that_is_offered_to_me_is_accepted_and_the_severe_ones_with_one_read_back() {
    UUID severe = scene.open(Severity.SEV1, "09:00");
    UUID mild = scene.open(Severity.SEV3, "09:00");
    scene.goTo("14:30");
    assertThat(scene.handoff(severe).getString("attempts[0].routing")).isNotBlank();

    JsonPath first = takeAll(JsonObject.of("all", true));
    assertThat(first.getList("items.status", Integer.class)).containsExactlyInAnyOrder(200, 400);
    assertThat(scene.handoff(mild).getString("state")).isEqualTo("ACCEPTED");
    assertThat(scene.handoff(severe).getString("state")).isEqualTo("OFFERED");
    JsonPath second = takeAll(JsonObject.of("all", true, "readBack", "I have the pager"));
    assertThat(second.getList("items.status")).isEqualTo(List.of(200));
    assertThat(scene.handoff(severe).getString("readBack")).isEqualTo("I have the pager");
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
    scene.post("leo", id + "/assignment", toAdam).then().statusCode(403);
    scene.goTo("15:00");
    scene.goTo("15:20");
    scene
        .post("leo", id + "/assignment", JsonObject.of("tam", "kai", "reason", "x"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/tam"));
    scene.post("leo", id + "/assignment", toAdam).then().statusCode(200);
    scene.post("leo", id + "/assignment", toAdam).then().statusCode(200);
    assertThat(scene.accountable(escalation, "15:20")).isEqualTo("adam REASSIGNED");
    assertThat(scene.handoff(escalation).getString("to.tam.id")).isEqualTo("adam");
    assertThat(scene.gaps(escalation)).containsExactly("15:00 15:20 UNACCEPTED_HANDOFF");
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
        .body("state", equalTo("ACCEPTED"));
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
