package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static io.meridian.handoff.calendar.api.CalendarApi.tam;
import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CoverageEvent;
import io.meridian.events.CoverageForecast;
import io.meridian.events.DutyEvent;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.application.ShiftHistory;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PlantedZone;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alarms of gaps and duties to come, and a new time-zone database. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class TimeAloneIT {

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject ShiftHistory history;
  @Inject Transactions transactions;

  @BeforeEach
  void nothingApplied() {
    clock.set(Instant.parse("2026-02-02T08:00:00Z"));
    CalendarApi.forgetAll(pool);
  }

  @Test
  void a_gap_within_two_weeks_is_told_at_once_a_later_one_and_one_of_seconds_are_not() {
    apply(followTheSun());
    ObjectNode seconds = followTheSun();
    CalendarApi.add(seconds, "overrides")
        .put("remove", "tam-tom")
        .put("start", "2026-02-10T08:00:00Z")
        .put("end", "2026-02-10T08:00:04Z");
    apply(seconds);
    tam()
        .queryParam("from", "2026-02-10T08:00:00Z")
        .queryParam("to", "2026-02-10T09:00:00Z")
        .get("/api/v1/coverage/gaps")
        .then()
        .body("items.duration", contains("PT4S"));
    ObjectNode later = followTheSun();
    entry(later, "shiftPatterns", 1).put("effectiveUntil", "2026-02-17");
    apply(later);
    ObjectNode soon = followTheSun();
    entry(soon, "shiftPatterns", 1).put("effectiveUntil", "2026-02-16");
    apply(soon);
    try (PublishedEvents events = new PublishedEvents()) {
      CoverageEvent.GapsMade made =
          events.await(CoverageEvent.GapsMade.class, 1, e -> isFromNow(e.forecast())).getFirst();
      assertThat(made.by()).isEqualTo("manager-mia");
      assertThat(made.forecast().calendarRevision()).isEqualTo(4);
      assertThat(made.forecast().gaps()).isEqualTo(1);
      assertThat(made.forecast().first().getFirst().start()).isEqualTo("2026-02-16T07:00:00Z");
      assertThat(made.forecast().first().getFirst().cause()).isEqualTo("NO_SHIFT");
      assertThat(events.of(CoverageEvent.GapsMade.class))
          .filteredOn(e -> isFromNow(e.forecast()))
          .extracting(e -> e.forecast().calendarRevision())
          .containsOnly(4L);
    }
  }

  @Test
  void once_a_week_all_gaps_to_come_are_told() {
    apply(followTheSun());
    Tables.run(pool, "delete from coverage_alarm");
    try (PublishedEvents events = new PublishedEvents()) {
      CoverageForecast weekly =
          events
              .await(CoverageEvent.GapsForeseen.class, 1, e -> isFromNow(e.forecast()))
              .getFirst()
              .forecast();
      assertThat(weekly.uncovered()).isEqualTo(Duration.ofHours(56));
      assertThat(weekly.first().getFirst().cause()).isEqualTo("CLOCK_CHANGE");
    }
    // a forecast of another test at the same instant may have been read; this one is still to come
    await()
        .untilAsserted(
            () ->
                assertThat(nextWeekly()).containsExactly(clock.instant().plus(Duration.ofDays(7))));
  }

  private List<Instant> nextWeekly() {
    List<Instant> next = new ArrayList<>();
    pool.query("select next_weekly_at from coverage_alarm")
        .executeAndAwait()
        .forEach(row -> next.add(row.getOffsetDateTime(0).toInstant()));
    return next;
  }

  @Test
  void a_new_time_zone_database_recomputes_the_future_and_never_the_past() {
    PlantedZone.has(ZoneOffset.UTC);
    ObjectNode document = followTheSun();
    entry(document, "shiftPatterns", 1).put("zone", PlantedZone.ID);
    apply(document);
    clock.set(Instant.parse("2026-02-03T20:00:00Z"));
    transactions.write(unit -> history.materialise(unit, clock.instant())).await().indefinitely();
    PlantedZone.has(ZoneOffset.ofHours(-1));
    Tables.run(pool, "update calendar_version set tzdb = '2000a'");
    try (PublishedEvents events = new PublishedEvents()) {
      events.await(
          CalendarEvent.Applied.class,
          1,
          e -> e.by().startsWith("tzdb ") && !e.time().isBefore(clock.instant()));
    }
    tam().get(CalendarApi.CALENDAR).then().header("ETag", equalTo("\"2\""));
    shifts("2026-02-02T00:00:00Z", "2026-02-06T00:00:00Z", "history")
        .body(
            "items.findAll{it.region=='EMEA'}.start",
            contains(
                "2026-02-02T07:00:00Z",
                "2026-02-03T07:00:00Z",
                "2026-02-04T08:00:00Z",
                "2026-02-05T08:00:00Z"));
  }

  @Test
  void who_is_on_duty_within_a_day_and_has_no_channel_is_told_of_once_for_each_shift() {
    clock.set(Instant.parse("2026-03-02T08:00:00Z"));
    ObjectNode document = followTheSun();
    document.get("tams").forEach(tam -> ((ObjectNode) tam).remove("email"));
    apply(document);
    Set<String> today = toldOf("2026-03-02T08:00:00Z");
    assertThat(today).hasSameSizeAs(held("2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z"));
    clock.set(Instant.parse("2026-03-02T16:00:00Z"));
    Set<String> later = toldOf("2026-03-02T16:00:00Z");
    assertThat(later).isNotEmpty().doesNotContainAnyElementsOf(today);
    Set<String> both = new HashSet<>(today);
    both.addAll(later);
    assertThat(both).hasSameSizeAs(held("2026-03-02T08:00:00Z", "2026-03-03T16:00:00Z"));
  }

  /** The shifts that were told of at the instant, all of which are told at once. */
  private Set<String> toldOf(String noticed) {
    Instant at = Instant.parse(noticed);
    try (PublishedEvents events = new PublishedEvents()) {
      Predicate<DutyEvent.Unreachable> then =
          e -> Duration.between(at, e.time()).abs().toMinutes() < 60;
      events.await(DutyEvent.Unreachable.class, 1, then);
      events.all();
      List<String> told =
          events.of(DutyEvent.Unreachable.class).stream()
              .filter(then)
              .map(e -> e.duty().shiftId() + " " + e.duty().tam().id())
              .toList();
      assertThat(told).doesNotHaveDuplicates();
      return Set.copyOf(told);
    }
  }

  private static List<String> held(String from, String to) {
    return shifts(from, to, "rules").extract().path("items.findAll{it.primary != null}.id");
  }

  private boolean isFromNow(CoverageForecast forecast) {
    return Duration.between(clock.instant(), forecast.foreseenAt()).abs().toSeconds() < 1;
  }
}
