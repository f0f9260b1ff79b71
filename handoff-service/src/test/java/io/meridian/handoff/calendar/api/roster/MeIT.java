package io.meridian.handoff.calendar.api.roster;

import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the caller is, and what they decide about themselves. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class MeIT {
  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void a_calendar_is_in_force() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
  }

  private static ValidatableResponse me(String token) {
    return given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
  }

  private static ValidatableResponse entry() {
    return CalendarApi.tam().get("/api/v1/me/tam").then().statusCode(200);
  }

  private static ValidatableResponse patch(String body) {
    return CalendarApi.tam()
        .contentType("application/merge-patch+json")
        .header("If-Match", entry().extract().header("ETag"))
        .body(body)
        .patch("/api/v1/me/tam")
        .then();
  }

  @Test
  void one_is_told_who_one_is_also_without_a_place_on_the_roster() {
    me(Tokens.tam("tam-kai"))
        .body("subject", equalTo("tam-kai"))
        .body("roles", contains("tam"))
        .body("tam.region", equalTo("APAC"))
        .body("tam.zone", equalTo("Asia/Singapore"));
    me(Tokens.manager())
        .body("subject", equalTo("manager-mia"))
        .body("roles", contains("manager"))
        .body("tam", nullValue())
        .body("leads", empty());
    String lead = CalendarApi.tam().get("/api/v1/regions/APAC").path("lead.id");
    me(Tokens.tam(lead)).body("leads", contains("APAC"));
  }

  @Test
  void a_tam_sets_zone_and_channels_at_once_and_nothing_else() {
    patch(
            """
            {"zone":"Asia/Tokyo","channels":[{"kind":"EMAIL","address":"kai@home.example"}]}\
            """)
        .statusCode(200)
        .body("zone", equalTo("Asia/Tokyo"));
    entry()
        .body("zone", equalTo("Asia/Tokyo"))
        .body("channels[0].address", equalTo("kai@home.example"));
    me(Tokens.tam("tam-kai")).body("tam.zone", equalTo("Asia/Tokyo"));

    for (String others : new String[] {"{\"status\":\"INACTIVE\"}", "{\"region\":\"EMEA\"}"}) {
      patch(others).statusCode(403);
    }
    patch("{\"zone\":\"IST\"}").statusCode(422);
    CalendarApi.tam()
        .contentType("application/merge-patch+json")
        .body("{\"zone\":\"Asia/Tokyo\"}")
        .patch("/api/v1/me/tam")
        .then()
        .statusCode(428);
  }
}
