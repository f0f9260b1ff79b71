package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.add;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.dryRun;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.shifts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.CalendarEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.calendar.application.ShiftHistory;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class HistoryIT {

  private static final String DAY = "2026-06-01T00:00:00Z";
  private static final String NEXT_DAY = "2026-06-02T00:00:00Z";
  private static final Instant APPLIED = Instant.parse("2026-06-01T08:00:00Z");

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject ShiftHistory history;
  @Inject RosterSource roster;
  @Inject Transactions transactions;

  @BeforeEach
  void followTheSunIsAppliedInTheMiddleOfAShift() {
    clock.set(APPLIED);
    CalendarApi.forgetAll(pool);
    apply(followTheSun());
  }

  @Test
  void a_shift_that_has_begun_stays_as_it_was_whatever_the_rules_say_later() {
    at("2026-06-01T20:00:00Z");
    ObjectNode edited = followTheSun();
    entry(edited, "rotations", 1).putArray("participants").add("tam-eva");
    entry(edited, "shiftPatterns", 1).put("start", "08:00");
    apply(edited);
    shifts(DAY, NEXT_DAY, "history")
        .body("items.find{it.region=='EMEA'}.start", equalTo("2026-06-01T06:00:00Z"))
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-tom"));
    shifts(DAY, NEXT_DAY, "rules")
        .body("items.find{it.region=='EMEA'}.start", equalTo("2026-06-01T07:00:00Z"))
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-tom"));
    shifts(NEXT_DAY, "2026-06-03T00:00:00Z", "history")
        .body("items.find{it.region=='EMEA'}.start", equalTo("2026-06-02T07:00:00Z"))
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-eva"));
  }

  @Test
  void an_edit_cuts_a_running_shift_where_its_crew_changes() {
    at("2026-06-01T10:00:00Z");
    ObjectNode edited = followTheSun();
    add(edited, "leaves")
        .put("tam", "tam-tom")
        .put("start", "2026-06-01T00:00:00Z")
        .put("end", "2026-06-01T12:00:00Z");
    apply(edited);
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history")
        .body("items.primary.id", contains("tam-tom", "tam-eva", "tam-tom"))
        .body(
            "items.start",
            contains("2026-06-01T07:00:00Z", "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z"))
        .body("items[0].end", equalTo("2026-06-01T10:00:00Z"))
        .body("items[0].slot.end", equalTo("2026-06-01T14:00:00Z"));
    try (PublishedEvents events = new PublishedEvents()) {
      ShiftState cut =
          events
              .await(ShiftEvent.Changed.class, 1, e -> e.shift().end().equals(clock.instant()))
              .getFirst()
              .shift();
      assertThat(cut.revision()).isEqualTo(2);
      assertThat(cut.changedAt()).isEqualTo(clock.instant());
      events.await(ShiftEvent.Started.class, 1, e -> e.shift().start().equals(clock.instant()));
    }
  }

  @Test
  void an_edit_that_keeps_the_crew_moves_the_end_and_begins_nothing() {
    at("2026-06-01T10:00:00Z");
    ObjectNode edited = followTheSun();
    entry(edited, "shiftPatterns", 1).put("start", "07:30").put("end", "16:00");
    apply(edited);
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history").body("items", hasSize(1));
    List<Shift> running = running();
    assertThat(running).hasSize(1);
    assertThat(running.getFirst().start()).isEqualTo("2026-06-01T06:00:00Z");
    assertThat(running.getFirst().end()).isEqualTo("2026-06-01T15:00:00Z");
    apply(edited);
    assertThat(running()).isEqualTo(running);
  }

  @Test
  void an_edit_of_a_rotation_exchanges_nobody_until_the_next_shift() {
    at("2026-06-01T10:00:00Z");
    List<Shift> running = running();
    ObjectNode edited = followTheSun();
    entry(edited, "rotations", 1).putArray("participants").add("tam-eva");
    apply(edited);
    assertThat(running()).isEqualTo(running);
    shifts("2026-06-01T10:00:00Z", NEXT_DAY, "rules")
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-tom"));
    shifts(NEXT_DAY, "2026-06-03T00:00:00Z", "history")
        .body("items.find{it.region=='EMEA'}.primary.id", equalTo("tam-eva"));
  }

  @Test
  void turns_counted_in_shifts_go_on_when_a_weekday_is_added() {
    ObjectNode counted = followTheSun();
    entry(counted, "rotations", 1).put("period", "SHIFTS");
    entry(counted, "shiftPatterns", 1)
        .putArray("days")
        .add("MON")
        .add("TUE")
        .add("WED")
        .add("THU")
        .add("FRI");
    apply(counted);
    at("2026-06-01T10:00:00Z");
    List<String> dealt = emea("2026-06-01T10:00:00Z", "2026-06-06T00:00:00Z");
    entry(counted, "shiftPatterns", 1).withArray("days").add("SAT");
    apply(counted);
    assertThat(emea("2026-06-01T10:00:00Z", "2026-06-06T00:00:00Z")).isEqualTo(dealt);
    dryRun(counted).then().statusCode(200).body("entries", hasSize(0));
    apply(counted).header("ETag", "\"3\"");
  }

  @Test
  void an_edit_that_takes_a_running_shift_away_ends_it() {
    at("2026-06-01T10:00:00Z");
    ObjectNode edited = followTheSun();
    entry(edited, "shiftPatterns", 1).put("effectiveFrom", "2026-06-02");
    apply(edited);
    assertThat(running()).isEmpty();
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history")
        .body("items.end", contains("2026-06-01T10:00:00Z"));
  }

  @Test
  void a_shift_becomes_history_once_however_often_it_is_asked_for() {
    at("2026-06-02T15:00:00Z");
    materialise("2026-06-01T23:30:00Z");
    materialise("2026-06-02T15:00:00Z");
    List<Shift> once = all();
    materialise("2026-06-02T15:00:00Z");
    materialise("2026-06-01T12:00:00Z");
    assertThat(all()).isEqualTo(once);
    assertThat(rows()).isEqualTo(5);
    try (PublishedEvents events = new PublishedEvents()) {
      Shift last = once.stream().filter(s -> s.covers(clock.instant())).findFirst().orElseThrow();
      events.await(ShiftEvent.Started.class, last.id().toString());
      events.all();
      assertThat(events.of(ShiftEvent.Started.class))
          .filteredOn(e -> e.shift().id().equals(last.id()))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void an_apply_tells_the_others_who_is_there() {
    try (PublishedEvents events = new PublishedEvents()) {
      CalendarEvent.Applied applied =
          events.await(CalendarEvent.Applied.class, 1, e -> e.time().equals(APPLIED)).getFirst();
      assertThat(applied.by()).isEqualTo("manager-mia");
      assertThat(applied.calendar().revision()).isEqualTo(1);
      assertThat(applied.calendar().regions()).hasSize(3);
      assertThat(applied.calendar().tams()).hasSize(6);
    }
  }

  @Test
  void two_calendars_in_one_millisecond_follow_each_other() {
    ObjectNode without = followTheSun();
    add(without, "overrides")
        .put("replace", "tam-tom")
        .put("by", "tam-eva")
        .put("start", "2026-06-01T00:00:00Z")
        .put("end", "2026-06-02T00:00:00Z");
    apply(without);
    apply(followTheSun());
    shifts("2026-06-01T07:00:00Z", "2026-06-01T14:00:00Z", "history")
        .body("items.primary.id", contains("tam-tom", "tam-eva", "tam-tom"))
        .body("items[1].end", equalTo("2026-06-01T08:00:00.002Z"));
  }

  private static List<String> emea(String from, String to) {
    return shifts(from, to, "history")
        .extract()
        .path("items.findAll{it.region=='EMEA'}.primary.id");
  }

  private void at(String instant) {
    clock.set(Instant.parse(instant));
  }

  private void materialise(String upTo) {
    transactions
        .write(unit -> history.materialise(unit, Instant.parse(upTo)))
        .await()
        .indefinitely();
  }

  private List<Shift> running() {
    return shiftsFor(clock.instant().plusMillis(5), clock.instant().plusMillis(6));
  }

  private List<Shift> all() {
    return shiftsFor(Instant.parse("2026-05-25T00:00:00Z"), Instant.parse("2026-06-08T00:00:00Z"));
  }

  private List<Shift> shiftsFor(Instant from, Instant to) {
    return transactions.write(unit -> roster.shiftsFor(unit, from, to)).await().indefinitely();
  }

  private long rows() {
    return pool.query("select count(*) from shift").executeAndAwait().iterator().next().getLong(0);
  }
}
