package io.meridian.metrics.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class QuestionsRefusedIT {

  @ParameterizedTest
  @CsvSource({
    "gaps?since=2026-01-01T00:00:00Z, ?since",
    "gaps?from=yesterday, ?from",
    "gaps?from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z, ?to",
    "gaps?from=2999-03-01T00:00:00Z, ?from",
    "gaps?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00.001Z, ?from",
    "gaps?cause=BAD_LUCK, ?cause",
    "gaps?severity=sev1, ?severity",
    "gaps?customer=acme, ?customer",
    "gaps?open=maybe, ?open",
    "gaps?limit=501, ?limit",
    "gaps?cursor=x, ?cursor",
    "gaps?cursor=MTp4MTp5, ?cursor",
    "gaps/summary?groupBy=mood, ?groupBy",
    "gaps/summary?limit=0, ?limit",
    "gaps/summary?fromRegion=EMEA, ?fromRegion",
    "gaps?agreed=perhaps, ?agreed",
    "gaps/attendance?groupBy=cause, ?groupBy",
    "gaps/attendance?limit=0, ?limit",
    "gaps/attendance?from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00.001Z, ?from",
    "handoffs/metrics?to=x, ?to",
    "escalations/metrics?groupBy=severity, ?groupBy",
  })
  void a_wrong_parameter_is_named(String path, String pointer) {
    given()
        .auth()
        .oauth2(Tokens.manager())
        .urlEncodingEnabled(false)
        .get("/api/v1/" + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void two_years_are_not_too_long() {
    given()
        .auth()
        .oauth2(Tokens.auditor())
        .get("/api/v1/gaps?from=2024-02-29T00:00:00Z&to=2026-02-28T00:00:00Z")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaps",
        "gaps/summary",
        "gaps/1",
        "gaps/attendance",
        "handoffs/metrics",
        "escalations/metrics"
      })
  void only_tams_managers_and_auditors_may_ask(String path) {
    given().get("/api/v1/" + path).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.integration())
        .get("/api/v1/" + path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void an_unknown_gap_is_not_found() {
    given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/gaps/00000000-0000-0000-0000-000000000000")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
