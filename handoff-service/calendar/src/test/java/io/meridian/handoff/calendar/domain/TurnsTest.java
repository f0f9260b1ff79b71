package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final HolidayPolicy WORKED = new HolidayPolicy.Worked();
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Test
  void a_weekly_turn_lasts_a_week_from_the_anchor_and_before_it_too() {
    Calendar calendar =
        new Calendars()
            .region("R", "Europe/London")
            .staffed("R", "09:00", "17:00", "tam-a", "tam-b", "tam-c")
            .build();
    List<String> weeks = primaries(calendar, "2026-01-05T00:00:00Z", "2026-01-26T00:00:00Z");
    assertThat(weeks).hasSize(21);
    assertThat(weeks.subList(0, 7)).containsOnly("tam-a");
    assertThat(weeks.subList(7, 14)).containsOnly("tam-b");
    assertThat(weeks.subList(14, 21)).containsOnly("tam-c");
    assertThat(primaries(calendar, "2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z"))
        .containsOnly("tam-c");
  }

  @Test
  void turns_counted_in_shifts_pass_over_days_without_one() {
    Calendar calendar =
        people()
            .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.SHIFTS, 2, "tam-a", "tam-b")
            .pattern("day", "R", WEEKDAYS, "09:00", "17:00", WORKED, "r")
            .build();
    assertThat(primaries(calendar, "2026-01-05T00:00:00Z", "2026-01-14T00:00:00Z"))
        .containsExactly("tam-a", "tam-a", "tam-b", "tam-b", "tam-a", "tam-a", "tam-b");
    assertThat(primaries(calendar, "2025-12-31T00:00:00Z", "2026-01-06T00:00:00Z"))
        .containsExactly("tam-a", "tam-b", "tam-b", "tam-a");
  }

  @Test
  void patterns_that_share_a_rotation_take_turns_in_the_order_of_their_shifts() {
    Calendar calendar =
        people()
            .rotation(
                "r",
                "R",
                Rotation.Tier.PRIMARY,
                Rotation.Period.SHIFTS,
                1,
                "tam-a",
                "tam-b",
                "tam-c")
            .pattern("night", "R", Calendars.ALL_DAYS, "20:00", "08:00", WORKED, "r")
            .pattern("day", "R", Calendars.ALL_DAYS, "08:00", "20:00", WORKED, "r")
            .build();
    assertThat(primaries(calendar, "2026-01-05T08:00:00Z", "2026-01-07T08:00:00Z"))
        .containsExactly("tam-a", "tam-b", "tam-c", "tam-a");
  }

  @Test
  void shifts_that_start_together_take_turns_in_the_order_of_their_patterns() {
    Calendar calendar =
        people()
            .rotation(
                "r",
                "R",
                Rotation.Tier.PRIMARY,
                Rotation.Period.SHIFTS,
                1,
                "tam-a",
                "tam-b",
                "tam-c")
            .pattern("b", "R", Calendars.ALL_DAYS, "08:00", "20:00", WORKED, "r")
            .pattern("a", "R", Calendars.ALL_DAYS, "08:00", "16:00", WORKED, "r")
            .build();
    List<Shift> day = between(calendar, "2026-01-05T08:00:00Z", "2026-01-05T20:00:00Z");
    assertThat(day)
        .extracting(Shift::pattern, Shift::primary)
        .containsExactlyInAnyOrder(tuple("a", "tam-a"), tuple("b", "tam-b"));
  }

  @Test
  void a_turn_that_ends_during_a_shift_does_not_split_it() {
    Calendar calendar =
        people()
            .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.DAILY, 1, "tam-a", "tam-b")
            .pattern("night", "R", Calendars.ALL_DAYS, "22:00", "06:00", WORKED, "r")
            .build();
    assertThat(between(calendar, "2026-01-05T22:00:00Z", "2026-01-06T06:00:00Z"))
        .singleElement()
        .satisfies(night -> assertThat(night.primary()).isEqualTo("tam-a"))
        .satisfies(night -> assertThat(night.end()).isEqualTo("2026-01-06T06:00:00Z"));
  }

  @Test
  void monthly_turns_are_clamped_from_the_anchor_and_come_back_to_its_day() {
    Turns turns =
        new Turns(
            new Rotation.Version(
                null,
                List.of("tam-a", "tam-b"),
                Rotation.Period.MONTHLY,
                1,
                ZoneId.of("UTC"),
                LocalDateTime.parse("2026-01-31T08:00")),
            List.of());
    assertThat(
            turns.handovers(
                Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-04-30T08:00:00Z")))
        .containsExactly(
            Instant.parse("2026-01-31T08:00:00Z"),
            Instant.parse("2026-02-28T08:00:00Z"),
            Instant.parse("2026-03-31T08:00:00Z"),
            Instant.parse("2026-04-30T08:00:00Z"));
  }

  @Test
  void a_holiday_roster_counted_in_shifts_takes_turns_by_holidays() {
    Calendar calendar =
        people()
            .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, "tam-c")
            .rotation(
                "feast", "R", Rotation.Tier.PRIMARY, Rotation.Period.SHIFTS, 1, "tam-a", "tam-b")
            .pattern(
                "day",
                "R",
                Calendars.ALL_DAYS,
                "09:00",
                "17:00",
                new HolidayPolicy.Roster("feast"),
                "r")
            .holiday("R", "2026-04-03")
            .holiday("R", "2026-04-06")
            .holiday("R", "2026-05-04")
            .build();
    assertThat(between(calendar, "2026-01-05T00:00:00Z", "2026-06-01T00:00:00Z"))
        .filteredOn(shift -> shift.holiday() != null)
        .extracting(Shift::primary)
        .containsExactly("tam-a", "tam-b", "tam-a");
  }

  private static Calendars people() {
    return new Calendars()
        .region("R", "UTC")
        .tam("tam-a", "R", Tam.Status.ACTIVE)
        .tam("tam-b", "R", Tam.Status.ACTIVE)
        .tam("tam-c", "R", Tam.Status.ACTIVE);
  }

  private static List<Shift> between(Calendar calendar, String from, String to) {
    return Shifts.between(calendar, Instant.parse(from), Instant.parse(to));
  }

  private static List<String> primaries(Calendar calendar, String from, String to) {
    return between(calendar, from, to).stream().map(s -> String.valueOf(s.primary())).toList();
  }
}
