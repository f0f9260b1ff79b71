package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.dryRun;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class RosterIT {

  @Inject Pool pool;
  @Inject MovableClock clock;

  @BeforeEach
  void followTheSunIsInForce() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
  }

  @Test
  void a_years_forecast_tells_every_gap_with_its_cause() {
    tam()
        .queryParam("basis", "rules")
        .queryParam("from", "2026-01-01T00:00:00Z")
        .queryParam("to", "2027-01-01T00:00:00Z")
        .get("/api/v1/coverage/gaps")
        .then()
        .statusCode(200)
        .body("items", hasSize(238))
        .body("items[0].start", equalTo("2026-03-08T22:00:00Z"))
        .body("items[0].end", equalTo("2026-03-08T23:00:00Z"))
        .body("items[0].duration", equalTo("PT1H"))
        .body("items.cause", everyItem(equalTo("CLOCK_CHANGE")))
        .body("totals.gap", equalTo("PT238H"))
        .body("totals.overlap", equalTo("PT238H"))
        .body("tzdb", matchesPattern("20\\d\\d[a-z]"))
        .body("nextCursor", nullValue());
  }

  @Test
  void gaps_are_paged_on_demand() {
    List<String> starts = new ArrayList<>();
    String cursor = null;
    do {
      var request =
          tam()
              .queryParam("basis", "rules")
              .queryParam("from", "2026-01-01T00:00:00Z")
              .queryParam("to", "2027-01-01T00:00:00Z")
              .queryParam("limit", 100);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/v1/coverage/gaps")
              .then()
              .statusCode(200)
              .body("totals.gap", equalTo("PT238H"))
              .extract();
      starts.addAll(page.path("items.start"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(starts).hasSize(238).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void coverage_follows_the_sun_without_a_hole_between_its_items() {
    tam()
        .queryParam("basis", "rules")
        .queryParam("from", "2026-07-01T05:00:00Z")
        .queryParam("to", "2026-07-01T15:00:00Z")
        .get("/api/v1/coverage")
        .then()
        .statusCode(200)
        .body(
            "items.regions",
            contains(List.of("APAC"), List.of("APAC", "EMEA"), List.of("EMEA"), List.of("AMER")))
        .body(
            "items.start",
            contains(
                "2026-07-01T05:00:00Z",
                "2026-07-01T06:00:00Z",
                "2026-07-01T07:00:00Z",
                "2026-07-01T14:00:00Z"))
        .body("totals.gap", equalTo("PT0S"))
        .body("totals.overlap", equalTo("PT1H"));
  }

  @Test
  void shifts_show_instants_and_the_clocks_of_their_zone() {
    shifts("2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z", "rules")
        .body("items.region", contains("APAC", "EMEA", "AMER", "APAC"))
        .body("items[1].start", equalTo("2026-03-29T06:00:00Z"))
        .body("items[1].localStart", equalTo("2026-03-29T07:00"))
        .body("items[1].localEnd", equalTo("2026-03-29T15:00"))
        .body("items[1].zone", equalTo("Europe/London"))
        .body("items[1].primary.name", equalTo("Tom Reed"))
        .body("items[1].secondary", nullValue())
        .body("items[1].shadows", empty())
        .body("items[1].origin.pattern", equalTo("emea-day"))
        .body("items[3].end", equalTo("2026-03-30T00:00:00Z"))
        .body("items[3].slot.end", equalTo("2026-03-30T07:00:00Z"));
  }

  @Test
  void shifts_are_paged_and_filtered_by_region() {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request =
          tam()
              .queryParam("from", "2026-07-01T00:00:00Z")
              .queryParam("to", "2026-07-08T00:00:00Z")
              .queryParam("region", "EMEA")
              .queryParam("limit", 3);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/v1/shifts")
              .then()
              .statusCode(200)
              .body("items.region", everyItem(equalTo("EMEA")))
              .extract();
      seen.addAll(page.path("items.start"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).hasSize(7).isSorted();
  }

  @Test
  void on_duty_names_who_is_on_and_until_when() {
    tam()
        .queryParam("at", "2026-06-02T06:30:00Z")
        .get("/api/v1/on-duty")
        .then()
        .statusCode(200)
        .body("items.region", contains("APAC", "EMEA"))
        .body("items.tier", everyItem(equalTo("PRIMARY")))
        .body("items[1].until", equalTo("2026-06-02T14:00:00Z"));
    tam()
        .get("/api/v1/on-duty")
        .then()
        .body("at", equalTo("2026-06-01T08:00:00Z"))
        .body("items.region", contains("EMEA"));
  }

  @Test
  void regions_and_tams_can_be_read() {
    tam()
        .get("/api/v1/regions")
        .then()
        .statusCode(200)
        .body("items.code", contains("AMER", "APAC", "EMEA"))
        .body("items[1].lead.name", equalTo("Kai Tan"));
    tam()
        .queryParam("region", "EMEA")
        .get("/api/v1/tams")
        .then()
        .body("items.id", contains("tam-eva", "tam-tom"));
    tam()
        .get("/api/v1/tams/tam-eva")
        .then()
        .statusCode(200)
        .header("ETag", not(emptyOrNullString()))
        .body("links.self", equalTo("/api/v1/tams/tam-eva"));
    tam().get("/api/v1/tams/tam-nobody").then().statusCode(404);
    tam().get("/api/v1/regions/NOWHERE").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, 2028-01-02T00:00:00Z, rules, ?to",
    "2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z, rules, ?to",
    "2026-01-02T00:00:00Z, 2026-01-03T00:00:00Z, dreams, ?basis",
    "yesterday, 2026-01-03T00:00:00Z, rules, ?from"
  })
  void a_window_that_cannot_be_answered_is_refused(
      String from, String to, String basis, String pointer) {
    for (String path : List.of("/api/v1/shifts", "/api/v1/coverage", "/api/v1/coverage/gaps")) {
      tam()
          .queryParam("from", from)
          .queryParam("to", to)
          .queryParam("basis", basis)
          .get(path)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo(pointer));
    }
    tam().get("/api/v1/shifts").then().statusCode(400).body("errors[0].pointer", equalTo("?from"));
  }

  @Test
  void a_dry_run_shows_the_difference_and_changes_nothing() {
    ObjectNode document = followTheSun();
    add(document, "leaves")
        .put("tam", "tam-eva")
        .put("start", "2026-06-10T00:00:00Z")
        .put("end", "2026-06-11T00:00:00Z");
    entry(document, "shiftPatterns", 2).put("end", "19:00").put("effectiveUntil", "2026-06-12");
    dryRun(document)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1))
        .body("from", equalTo("2026-06-01T08:00:00Z"))
        .body("to", equalTo("2027-06-01T08:00:00Z"))
        .body("shifts.counts.reassigned", equalTo(1))
        .body("shifts.reassigned[0].before.primary.id", equalTo("tam-eva"))
        .body("shifts.reassigned[0].after.primary.id", equalTo("tam-tom"))
        .body("shifts.counts.added", equalTo(11))
        .body("shifts.added[0].start", equalTo("2026-06-01T22:00:00Z"))
        .body("shifts.added[0].end", equalTo("2026-06-01T23:00:00Z"))
        .body("shifts.counts.removed", equalTo(354))
        .body("gaps.healed[0].cause", equalTo("CLOCK_CHANGE"))
        .body("gaps.healed", hasSize(11))
        .body("gaps.created[0].cause", equalTo("NO_SHIFT"));
    tam().get(CalendarApi.CALENDAR).then().header("ETag", "\"1\"").body("leaves", empty());
  }
}
