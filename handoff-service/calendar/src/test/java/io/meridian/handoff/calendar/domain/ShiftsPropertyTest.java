package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShiftsPropertyTest {

  private static final Duration AROUND = Duration.ofDays(2);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  static LongStream fewerSeeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void no_clock_change_of_any_zone_tears_a_day_of_contiguous_patterns() {
    for (ClockChanges zone : ClockChanges.ALL) {
      for (ZoneOffsetTransition change : zone.transitions()) {
        LocalTime seam = change.getDateTimeBefore().toLocalTime().plusMinutes(30);
        Calendar calendar = aroundTheClock(zone, seam, seam.plusHours(9));
        assertCovered(
            Shifts.between(
                calendar, change.getInstant().minus(AROUND), change.getInstant().plus(AROUND)),
            change.getInstant().minus(AROUND),
            change.getInstant().plus(AROUND),
            zone.zone() + " " + change);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shifts_of_24_hours_follow_each_other_without_hole(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    String seam = nearSeam(zone, random).toString();
    Calendar calendar =
        new Calendars()
            .region("R", zone.zone().getId())
            .staffed("R", seam, seam, "tam-a", "tam-b")
            .build();
    Instant from = zone.only().getInstant().minus(AROUND);
    Instant to = zone.only().getInstant().plus(AROUND);
    assertCovered(Shifts.between(calendar, from, to), from, to, zone + " " + seam);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contiguous_patterns_at_any_time_leave_no_hole(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    LocalTime seam = nearSeam(zone, random);
    LocalTime other = seam.plusSeconds(1 + random.nextInt(86_399));
    Instant from = zone.only().getInstant().minus(AROUND);
    Instant to = zone.only().getInstant().plus(AROUND);
    List<Shift> shifts = Shifts.between(aroundTheClock(zone, seam, other), from, to);
    assertCovered(shifts, from, to, zone + " " + seam + " " + other);
    assertThat(shifts).isSortedAccordingTo(Shift.ORDER).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewerSeeds")
  void a_window_shows_what_the_whole_shows_there(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    RosterRules rules = RosterRules.of(RandomCalendar.around(zone, random));
    List<Shift> whole =
        rules.shifts(change.minus(Duration.ofDays(8)), change.plus(Duration.ofDays(8)));
    for (int i = 0; i < 10; i++) {
      Instant from = near(change, random);
      Instant to = from.plusSeconds(1 + random.nextInt(400_000));
      Instant middle = from.plusMillis(random.nextLong(Duration.between(from, to).toMillis()) + 1);
      assertThat(rules.shifts(from, to))
          .as("[%s, %s)", from, to)
          .isEqualTo(whole.stream().filter(shift -> shift.intersects(from, to)).toList());
      assertThat(Shifts.cut(rules.shifts(from, to), from, middle))
          .isEqualTo(Shifts.cut(rules.shifts(from, middle), from, middle));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewerSeeds")
  void every_shift_has_an_id_of_its_own_under_which_it_is_found(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    RosterRules rules = RosterRules.of(RandomCalendar.around(zone, random));
    List<Shift> shifts =
        rules.shifts(change.minus(Duration.ofDays(8)), change.plus(Duration.ofDays(8)));
    assertThat(shifts).extracting(Shift::id).doesNotHaveDuplicates();
    assertThat(shifts).allSatisfy(shift -> assertThat(rules.shift(shift.id())).contains(shift));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewerSeeds")
  void coverage_partitions_its_window_and_does_not_depend_on_it(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    RosterRules rules = RosterRules.of(RandomCalendar.around(zone, random));
    Instant from = near(change, random);
    Instant to = from.plus(Duration.ofDays(4));
    Coverage coverage = Coverage.of(rules, from, to);
    Instant at = from;
    for (Coverage.Segment segment : coverage.segments()) {
      assertThat(segment.start()).isEqualTo(at).isBefore(segment.end());
      at = segment.end();
    }
    assertThat(at).isEqualTo(to);
    Instant middle = from.plusSeconds(1 + random.nextInt(345_599));
    Coverage first = Coverage.of(rules, from, middle);
    Coverage second = Coverage.of(rules, middle, to);
    assertThat(first.gap().plus(second.gap())).isEqualTo(coverage.gap());
    assertThat(first.overlap().plus(second.overlap())).isEqualTo(coverage.overlap());
    for (CoverageGap gap : coverage.gaps()) {
      assertThat(List.of(first, second))
          .flatExtracting(Coverage::gaps)
          .filteredOn(g -> !g.start().isBefore(gap.start()) && !g.end().isAfter(gap.end()))
          .isNotEmpty()
          .allMatch(g -> g.cause() == gap.cause());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shifts_partition_their_slots_whoever_comes_and_goes(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    Calendar calendar = RandomCalendar.around(zone, random);
    List<Shift> shifts =
        Shifts.between(calendar, change.minus(AROUND), change.plus(AROUND)).stream()
            .filter(shift -> !shift.pattern().isEmpty())
            .filter(shift -> shift.slotStart().isAfter(change.minus(AROUND)))
            .filter(shift -> shift.slotEnd().isBefore(change.plus(AROUND)))
            .toList();
    assertThat(shifts).isNotEmpty();
    for (Shift shift : shifts) {
      List<Shift> slot =
          shifts.stream()
              .filter(s -> s.pattern().equals(shift.pattern()))
              .filter(s -> s.slotStart().equals(shift.slotStart()))
              .toList();
      assertThat(slot.getFirst().start()).isEqualTo(shift.slotStart());
      assertThat(slot.getLast().end()).isEqualTo(shift.slotEnd());
      for (int i = 1; i < slot.size(); i++) {
        assertThat(slot.get(i).start()).isEqualTo(slot.get(i - 1).end());
      }
      RandomCalendar.assertMayServe(calendar, shift);
    }
  }

  private static Calendar aroundTheClock(ClockChanges zone, LocalTime seam, LocalTime other) {
    return new Calendars()
        .region("R", zone.zone().getId())
        .staffed("R", seam.toString(), other.toString(), "tam-a", "tam-b")
        .staffed("R", other.toString(), seam.toString(), "tam-c")
        .build();
  }

  private static LocalTime nearSeam(ClockChanges zone, RandomGenerator random) {
    LocalDateTime before = zone.only().getDateTimeBefore();
    return before.plusSeconds(random.nextInt(-7200, 7200)).toLocalTime();
  }

  private static Instant near(Instant change, RandomGenerator random) {
    return change.plus(random.nextInt(-86_400, 86_400), ChronoUnit.SECONDS);
  }

  private static void assertCovered(List<Shift> shifts, Instant from, Instant to, String what) {
    Instant covered = from;
    for (Shift shift : shifts) {
      if (shift.start().isAfter(covered)) {
        throw new AssertionError(what + ": hole from " + covered + " to " + shift.start());
      }
      covered = shift.end().isAfter(covered) ? shift.end() : covered;
    }
    assertThat(covered).as(what).isAfterOrEqualTo(to);
  }
}
