package io.meridian.handoff.calendar.api.roster;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.manager;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.handoff.calendar.api.CalendarApi;
import io.meridian.handoff.calendar.application.ShiftHistory;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class WorkedShiftsIT {

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject ShiftHistory history;
  @Inject Transactions transactions;

  @BeforeEach
  void aDayWasWorked() {
    clock.set(Instant.parse("2026-06-01T05:00:00Z"));
    CalendarApi.forgetAll(pool);
    ObjectNode document = followTheSun();
    entry(document, "tams", 3).put("name", "=HYPERLINK(\"x\"), \"Tom\"");
    add(document, "overrides")
        .put("id", "@sum")
        .put("add", "tam-tom")
        .put("start", "2026-06-01T13:00:00Z")
        .put("end", "2026-06-01T15:30:00Z");
    apply(document);
    at("2026-06-02T08:00:00Z");
  }

  @Test
  void hours_are_of_history_and_no_later_edit_changes_them() {
    String before = worked("tam-tom").get("/api/v1/tams/tam-tom/worked-shifts").asString();
    worked("tam-tom")
        .get("/api/v1/tams/tam-tom/worked-shifts")
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items.hours", contains(8.0f, 2.5f, 2.0f))
        .body("items.overlapHours", contains(0.0f, 1.0f, 0.0f))
        .body("items[0].localStart", equalTo("2026-06-01T07:00"))
        .body("items[0].zone", equalTo("Europe/London"));
    ObjectNode edited = followTheSun();
    entry(edited, "tams", 3).put("name", "=HYPERLINK(\"x\"), \"Tom\"");
    apply(edited);
    assertThat(worked("tam-tom").get("/api/v1/tams/tam-tom/worked-shifts").asString())
        .isEqualTo(before);
  }

  @Test
  void a_spreadsheet_gets_no_formula() {
    String csv =
        worked("tam-tom")
            .accept("text/csv")
            .get("/api/v1/tams/tam-tom/worked-shifts")
            .then()
            .statusCode(200)
            .contentType("text/csv;charset=UTF-8")
            .extract()
            .asString();
    assertThat(csv.split("\r\n")).hasSize(4);
    assertThat(csv)
        .startsWith("tam,name,region,tier,start_utc")
        .contains(
            "tam-tom,\"'=HYPERLINK(\"\"x\"\"), \"\"Tom\"\"\",EMEA,PRIMARY,2026-06-01T06:00:00Z")
        .contains(",'@sum,");
    assertThat(
            worked("tam-tom")
                .queryParam("format", "csv")
                .get("/api/v1/tams/tam-tom/worked-shifts")
                .asString())
        .isEqualTo(csv);
  }

  @Test
  void managers_see_all_leads_those_of_their_region_and_tams_themselves() {
    worked("tam-kai").get("/api/v1/tams/tam-mei/worked-shifts").then().statusCode(200);
    worked("tam-kai")
        .queryParam("region", "APAC")
        .get("/api/v1/worked-shifts")
        .then()
        .statusCode(200);
    worked("tam-kai")
        .queryParam("region", "EMEA")
        .get("/api/v1/worked-shifts")
        .then()
        .statusCode(403);
    worked("tam-mei")
        .queryParam("region", "APAC")
        .get("/api/v1/worked-shifts")
        .then()
        .statusCode(403);
    worked("tam-kai").get("/api/v1/tams/tam-tom/worked-shifts").then().statusCode(403);
    worked("tam-kai").get("/api/v1/worked-shifts").then().statusCode(403);
    String cursor =
        window(manager())
            .queryParam("limit", 2)
            .get("/api/v1/worked-shifts")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    window(manager())
        .queryParam("cursor", cursor)
        .get("/api/v1/worked-shifts")
        .then()
        .body("items", hasSize(4));
    window(manager())
        .queryParam("region", "AMER")
        .get("/api/v1/worked-shifts")
        .then()
        .body("items.tam.id", contains("tam-bob"));
    manager().get("/api/v1/worked-shifts").then().statusCode(400);
  }

  private void at(String instant) {
    clock.set(Instant.parse(instant));
    transactions
        .write(unit -> history.materialise(unit, Instant.parse(instant)))
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  private static RequestSpecification worked(String tam) {
    return window(given().auth().oauth2(Tokens.tam(tam)));
  }

  private static RequestSpecification window(RequestSpecification request) {
    return request
        .queryParam("from", "2026-06-01T00:00:00Z")
        .queryParam("to", "2026-06-03T00:00:00Z");
  }
}
