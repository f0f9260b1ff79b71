package io.meridian.escalation.intake.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the tests of the intake share: a clock that stands still, messages, and a look at what
 * became of them.
 */
abstract class IntakeSetting {
  static final Instant NOW = Instant.parse("2026-03-08T07:00:00Z");

  @Inject MovableClock clock;

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW);
  }

  @AfterEach
  void letItRun() {
    clock.run();
  }

  static String generic(String id, int version, String rest) {
    return "{\"externalId\":\"%s\",\"version\":%d,\"title\":\"DNS down\",\"severity\":\"SEV2\"%s}"
        .formatted(id, version, rest);
  }

  static String incident(String id, int version, String state, String priority) {
    return incident(id, version, state, priority, "");
  }

  static String incident(String id, int version, String state, String priority, String rest) {
    return """
        {"sys_id":"%s","number":"INC0010042","short_description":"DNS down","state":"%s",\
        "priority":"%s","sys_mod_count":"%d","sys_updated_on":"2026-03-08 07:00:00",\
        "u_unknown_to_us":"x","active":"true"%s}"""
        .formatted(id, state, priority, version, rest);
  }

  static ValidatableResponse outcome(Response response, int status, String outcome) {
    return response.then().statusCode(status).body("outcome", equalTo(outcome));
  }

  static ValidatableResponse read(String id) {
    return given().auth().oauth2(Tokens.manager()).get("/api/v1/escalations/" + id).then();
  }

  static ValidatableResponse timeline(String id) {
    return given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/escalations/" + id + "/timeline")
        .then();
  }
}
