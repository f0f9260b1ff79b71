package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was dealt stays dealt, whatever is edited. */
class CalendarEditTest {

  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> NO_SATURDAY =
      EnumSet.complementOf(EnumSet.of(DayOfWeek.SATURDAY));

  /** The Sunday's shift runs. */
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  private static final Instant EVENING = Instant.parse("2026-11-29T20:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7})
  void a_weekday_more_changes_nobody_who_is_on_duty_and_nobody_who_is_next(int people) {
    Calendar before = of(people, pattern("day", NO_SATURDAY, "09:00", "17:00"));
    Calendar document = of(people, pattern("day", ALL, "09:00", "17:00"));
    for (Instant at : List.of(NOON, EVENING)) {
      Calendar after = edit(before, document, at);
      assertThat(holders(after, at, 1)).isEqualTo(holders(before, at, 1));
      assertThat(next(after, at, 20)).isEqualTo(next(before, at, 20));
      assertThat(edit(after, document, at.plusSeconds(86_400 * 40))).isSameAs(after);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7})
  void an_ended_pattern_is_tidied_away_and_the_turns_go_on(int people) {
    ShiftPattern ended = pattern("ended", ALL, "09:00", "17:00", "2026-11-08", "2026-11-22");
    ShiftPattern now = pattern("now", ALL, "10:00", "17:00", "2026-11-22", null);
    Calendar before = of(people, ended, now);
    for (Instant at : List.of(NOON, EVENING)) {
      Calendar after = edit(before, of(people, now), at);
      assertThat(holders(after, at, 1)).isEqualTo(holders(before, at, 1));
      assertThat(next(after, at, 20)).isEqualTo(next(before, at, 20));
    }
  }

  @Test
  void one_edit_after_the_other_keeps_the_order() {
    ShiftPattern short5 =
        pattern("day", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00", "17:00");
    ShiftPattern all7 = pattern("day", ALL, "09:00", "17:00");
    Calendar calendar = of(7, short5);
    List<String> dealt = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      Instant at = Instant.parse("2026-11-09T06:00:00Z").plusSeconds(86_400L * day);
      calendar = edit(calendar, of(7, day % 11 < 6 ? all7 : short5), at);
      dealt.addAll(holders(calendar, at, at.plusSeconds(86_399)));
    }
    assertThat(dealt).hasSizeGreaterThan(45);
    for (int i = 1; i < dealt.size(); i++) {
      assertThat(place(dealt.get(i))).isEqualTo((place(dealt.get(i - 1)) + 1) % 7);
    }
  }

  @Test
  void a_holiday_that_is_off_takes_no_turn_from_now_on_or_before() {
    Calendar before = of(5, pattern("day", ALL, "09:00", "17:00"));
    Holiday wednesday =
        new Holiday(null, "R", LocalDate.parse("2026-12-02"), "Off", Holiday.Kind.HOLIDAY);
    Calendar after = edit(before, before.withHolidays(List.of(wednesday)), EVENING);
    assertThat(next(after, EVENING, 20)).isEqualTo(next(before, EVENING, 20));
    assertThat(holders(after, EVENING, Instant.parse("2026-12-04T23:00:00Z"))).hasSize(4);
    Holiday last =
        new Holiday(null, "R", LocalDate.parse("2026-11-24"), "Was", Holiday.Kind.HOLIDAY);
    assertThat(next(edit(before, before.withHolidays(List.of(last)), EVENING), EVENING, 20))
        .isEqualTo(next(before, EVENING, 20));
  }

  @Test
  void who_is_on_a_shift_that_becomes_a_holiday_stays_until_it_ends() {
    Calendar before = of(5, pattern("day", ALL, "09:00", "17:00"));
    Holiday today =
        new Holiday(null, "R", LocalDate.parse("2026-11-29"), "Today", Holiday.Kind.HOLIDAY);
    Calendar after = edit(before, before.withHolidays(List.of(today)), NOON);
    assertThat(holders(after, NOON, 1)).isEqualTo(holders(before, NOON, 1)).hasSize(1);
    assertThat(next(after, NOON, 20)).isEqualTo(next(before, NOON, 20));
    assertThat(RosterRules.of(after).daysOff(NOON, EVENING)).isEmpty();
    Calendar later = edit(after, before.withHolidays(List.of(today)), EVENING);
    assertThat(later).as("says the same").isSameAs(after);
  }

  @Test
  void a_shift_dropped_by_the_clocks_takes_no_turn() {
    Calendar calendar =
        new Calendars()
            .region("R", "America/New_York")
            .tam("tam-0", "R", Tam.Status.ACTIVE)
            .tam("tam-1", "R", Tam.Status.ACTIVE)
            .tam("tam-2", "R", Tam.Status.ACTIVE)
            .rotation(
                "rot",
                "R",
                Rotation.Tier.PRIMARY,
                Rotation.Period.SHIFTS,
                1,
                "tam-0",
                "tam-1",
                "tam-2")
            .pattern("night", "R", ALL, "02:00", "02:30", new HolidayPolicy.Worked(), "rot")
            .build();
    List<String> march =
        holders(
            calendar, Instant.parse("2027-03-12T00:00:00Z"), Instant.parse("2027-03-19T00:00:00Z"));
    assertThat(march).hasSize(6);
    for (int i = 1; i < march.size(); i++) {
      assertThat(place(march.get(i))).isEqualTo((place(march.get(i - 1)) + 1) % 3);
    }
    assertThat(holders(calendar, Instant.parse("2026-01-05T00:00:00Z"), 1)).isEmpty();
    assertThat(next(calendar, Instant.parse("2026-01-05T00:00:00Z"), 1)).containsExactly("tam-0");
  }

  @Test
  void a_day_that_a_zone_skipped_takes_no_turn_and_24_hours_around_it_do() {
    for (String end : List.of("17:00", "09:00")) {
      Calendar calendar =
          new Calendars()
              .region("R", "Pacific/Apia")
              .tam("tam-0", "R", Tam.Status.ACTIVE)
              .tam("tam-1", "R", Tam.Status.ACTIVE)
              .tam("tam-2", "R", Tam.Status.ACTIVE)
              .rotation(
                  "rot",
                  "R",
                  Rotation.Tier.PRIMARY,
                  Rotation.Period.SHIFTS,
                  1,
                  "tam-0",
                  "tam-1",
                  "tam-2")
              .pattern("day", "R", ALL, "09:00", end, new HolidayPolicy.Worked(), "rot")
              .build();
      List<String> days =
          holders(
              calendar,
              Instant.parse("2011-12-27T00:00:00Z"),
              Instant.parse("2012-01-03T00:00:00Z"));
      for (int i = 1; i < days.size(); i++) {
        assertThat(place(days.get(i))).isEqualTo((place(days.get(i - 1)) + 1) % 3);
      }
    }
  }

  @Test
  void a_pattern_that_begins_in_mid_shift_is_dealt_to_who_is_next() {
    ShiftPattern day = pattern("day", ALL, "09:00", "17:00");
    ShiftPattern desk = pattern("desk", ALL, "10:00", "18:00");
    Calendar before = of(5, day);
    Calendar after = edit(before, of(5, day, desk), NOON);
    String running = holders(before, NOON, 1).getFirst();
    String next = next(before, NOON, 1).getFirst();
    assertThat(holders(after, NOON, 1)).containsExactly(running, next);
    assertThat(next(after, NOON, 19)).isEqualTo(next(before, NOON, 20).subList(1, 20));
  }

  @Test
  void another_rotation_and_another_anchor_are_from_the_next_shift_on() {
    Calendar before = of(5, pattern("day", ALL, "09:00", "17:00"));
    Rotation rotation = before.rotations().getFirst();
    Calendar moved =
        before.withRotations(
            List.of(
                rotation.in(
                    List.of(rotation.newest().from(LocalDateTime.parse("2026-11-30T00:00"))))));
    Calendar after = edit(before, moved, NOON);
    assertThat(holders(after, NOON, 1)).isEqualTo(holders(before, NOON, 1));
    assertThat(next(after, NOON, 2)).containsExactly("tam-0", "tam-1");
    Calendar back = edit(after, moved, EVENING);
    assertThat(back).isSameAs(after);
  }

  @Test
  void what_a_document_says_of_counts_in_force_is_not_read_and_of_unknown_rotations_is() {
    Calendar before = of(5, pattern("day", NO_SATURDAY, "09:00", "17:00"));
    Calendar after = edit(before, of(5, pattern("day", ALL, "09:00", "17:00")), NOON);
    assertThat(after.rotations().getFirst().newest().dealt()).isNotNull();
    Calendar told =
        after.withRotations(
            after.rotations().stream()
                .map(r -> r.in(List.of(r.newest().dealt(new Rotation.Dealt(EVENING, 3)))))
                .toList());
    assertThat(edit(after, told, EVENING)).isSameAs(after);
    assertThat(edit(Calendar.EMPTY, told, EVENING)).isEqualTo(told);
  }

  @Test
  void a_count_is_written_down_only_where_it_would_change() {
    Calendar before = of(5, pattern("day", ALL, "09:00", "17:00"));
    Calendar longer = of(5, pattern("day", ALL, "09:00", "18:00"));
    assertThat(edit(before, longer, NOON)).isEqualTo(longer);
  }

  private static Calendar edit(Calendar before, Calendar document, Instant at) {
    return CalendarEdit.of(RosterRules.of(before), document, at);
  }

  private static int place(String tam) {
    return Integer.parseInt(tam.substring("tam-".length()));
  }

  /** Who holds the shifts that share an instant with a window, in the order of their starts. */
  private static List<String> holders(Calendar calendar, Instant from, Instant to) {
    return RosterRules.of(calendar).shifts(from, to).stream()
        .map(s -> String.valueOf(s.primary()))
        .toList();
  }

  private static List<String> holders(Calendar calendar, Instant at, int millis) {
    return holders(calendar, at, at.plusMillis(millis));
  }

  /** Who holds the next shifts that start after the instant. */
  private static List<String> next(Calendar calendar, Instant at, int count) {
    return RosterRules.of(calendar).shifts(at, at.plusSeconds(86_400L * 60)).stream()
        .filter(shift -> shift.start().isAfter(at))
        .limit(count)
        .map(shift -> String.valueOf(shift.primary()))
        .toList();
  }

  private static ShiftPattern pattern(String id, Set<DayOfWeek> days, String start, String end) {
    return pattern(id, days, start, end, "2026-11-08", null);
  }

  private static ShiftPattern pattern(
      String id,
      Set<DayOfWeek> days,
      String start,
      String end,
      String from,
      @Nullable String until) {
    return new ShiftPattern(
        id,
        "R",
        ZoneOffset.UTC,
        days,
        LocalTime.parse(start),
        LocalTime.parse(end),
        LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until),
        List.of("rot"),
        new HolidayPolicy.Off());
  }

  private static Calendar of(int people, ShiftPattern... patterns) {
    Calendars calendars = new Calendars().region("R", "UTC");
    List<String> tams = IntStream.range(0, people).mapToObj(i -> "tam-" + i).toList();
    tams.forEach(tam -> calendars.tam(tam, "R", Tam.Status.ACTIVE));
    Calendar calendar = calendars.build();
    return new Calendar(
        calendar.regions(),
        calendar.tams(),
        List.of(
            new Rotation(
                "rot",
                "R",
                Rotation.Tier.PRIMARY,
                tams,
                Rotation.Period.SHIFTS,
                1,
                ZoneOffset.UTC,
                LocalDateTime.parse("2026-11-08T00:00"))),
        List.of(patterns),
        List.of(),
        List.of(),
        List.of());
  }
}
