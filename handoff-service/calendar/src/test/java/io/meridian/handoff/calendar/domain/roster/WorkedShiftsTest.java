package io.meridian.handoff.calendar.domain.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Calendars;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedShiftsTest {

  private static final Instant FROM = Instant.parse("2026-06-08T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-06-15T00:00:00Z");

  @Test
  void each_holder_of_each_shift_has_its_hours() {
    List<WorkedShift> worked = of(Calendars.followTheSun().build(), "tam-eva");
    assertThat(worked).hasSize(7);
    assertThat(worked)
        .allSatisfy(
            one -> {
              assertThat(one.tier()).isEqualTo(Rotation.Tier.PRIMARY);
              assertThat(one.worked()).isEqualTo(Duration.ofHours(8));
              assertThat(one.overlap()).isZero();
            });
  }

  @Test
  void time_in_two_shifts_at_once_is_told_as_overlap_once() {
    Calendar calendar =
        Calendars.followTheSun()
            .region("X", "Europe/London")
            .staffed("X", "12:00", "20:00", "tam-eva")
            .staffed("X", "14:00", "16:00", "tam-eva")
            .build();
    Duration overlap =
        of(calendar, "tam-eva").stream()
            .filter(one -> one.shift().start().isBefore(FROM.plus(Duration.ofDays(1))))
            .map(WorkedShift::overlap)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(overlap).isEqualTo(Duration.ofHours(3 + 2));
  }

  @Test
  void a_window_cuts_what_it_shows() {
    Instant middle = Instant.parse("2026-06-08T10:00:00Z");
    List<WorkedShift> cut =
        WorkedShifts.of(
            RosterRules.of(Calendars.followTheSun().build()).shifts(FROM, TO), FROM, middle);
    assertThat(cut.getLast().shift().end()).isEqualTo(middle);
    assertThat(cut.getLast().worked()).isEqualTo(Duration.ofHours(4));
  }

  private static List<WorkedShift> of(Calendar calendar, String tam) {
    return WorkedShifts.of(RosterRules.of(calendar).shifts(FROM, TO), FROM, TO).stream()
        .filter(one -> one.tam().equals(tam))
        .toList();
  }
}
