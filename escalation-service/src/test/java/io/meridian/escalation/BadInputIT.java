package io.meridian.escalation;

import static io.restassured.RestAssured.given;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.BadInputMatrix;
import io.meridian.testkit.badinput.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every endpoint, every fault: the right refusal, and nothing changes. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BadInputIT {

  @Test
  void every_endpoint_refuses_bad_input_and_nothing_changes() {
    String id =
        given()
            .auth()
            .oauth2(Tokens.tam("tam-kai"))
            .contentType("application/json")
            .body("{\"title\":\"t\",\"severity\":\"SEV2\"}")
            .post("/api/v1/escalations")
            .path("id");
    BadInputMatrix matrix =
        new BadInputMatrix()
            .tam("tam-kai")
            .with(
                "PATCH /api/v1/escalations/{id}",
                row -> row.path("id", id).body("{\"title\":\"u\"}"))
            .with(
                "PUT /api/v1/escalations/{id}/severity",
                row -> row.path("id", id).body("{\"severity\":\"SEV1\"}"))
            .with(
                "PUT /api/v1/escalations/{id}/service-hours",
                row ->
                    row.path("id", id)
                        .body("{\"serviceHours\":\"FOLLOW_THE_SUN\",\"reason\":\"r\"}"))
            .with(
                "PUT /api/v1/escalations/{id}/status",
                row -> row.path("id", id).body("{\"status\":\"RESOLVED\"}"))
            .with("POST /api/v1/escalations/{id}/acknowledgement", row -> row.path("id", id));
    for (String kind : new String[] {"generic", "servicenow"}) {
      // No token is needed but a signature, which is looked at before the body is read.
      matrix.with(
          "POST /api/v1/intake/" + kind + "/{integrationId}",
          row ->
              row.answers(Fault.MALFORMED_JSON, 401)
                  .answers(Fault.UNKNOWN_FIELD, 401)
                  .answers(Fault.EXTREME_TIME, 401)
                  .answers(Fault.UNKNOWN_PARAMETER, 401));
    }
    matrix.check();
  }
}
