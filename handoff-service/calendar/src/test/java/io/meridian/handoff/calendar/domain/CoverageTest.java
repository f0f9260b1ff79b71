package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void a_gap_has_the_first_cause_that_applies() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .region("S", "UTC")
            .staffed("R", "08:00", "16:00", "tam-r")
            .tam("tam-s", "S", Tam.Status.ACTIVE)
            .rotation("s", "S", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, "tam-s")
            .pattern("s", "S", Calendars.ALL_DAYS, "16:00", "08:00", new HolidayPolicy.Off(), "s")
            .holiday("S", "2026-01-06")
            .leave("tam-r", "2026-01-07T09:00:00Z", "2026-01-07T10:00:00Z")
            .leave("tam-r", "2026-01-06T15:00:00Z", "2026-01-06T16:00:00Z");
    Coverage coverage = coverage(calendars, "2026-01-05T00:00:00Z", "2026-01-09T00:00:00Z");
    assertThat(coverage.gaps())
        .containsExactly(
            gap("2026-01-06T15:00:00Z", "2026-01-07T08:00:00Z", CoverageGap.Cause.HOLIDAY),
            gap("2026-01-07T09:00:00Z", "2026-01-07T10:00:00Z", CoverageGap.Cause.EMPTY_SHIFT));
  }

  @Test
  void a_hole_that_is_there_in_winter_too_is_no_clock_change() {
    Calendars calendars =
        new Calendars()
            .region("EMEA", "Europe/London")
            .staffed("EMEA", "07:00", "15:00", "tam-a")
            .staffed("EMEA", "16:00", "07:00", "tam-b");
    Coverage year = coverage(calendars, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    assertThat(year.gaps()).hasSize(365).allMatch(g -> g.cause() == CoverageGap.Cause.NO_SHIFT);
  }

  @Test
  void a_clock_change_in_the_night_is_told_from_a_hole_beside_it() {
    Calendars calendars =
        new Calendars()
            .region("AMER", "America/New_York")
            .region("EAST", "UTC")
            .staffed("AMER", "18:00", "02:00", "tam-a")
            .staffed("EAST", "08:00", "23:00", "tam-b");
    Coverage march = coverage(calendars, "2026-03-07T00:00:00Z", "2026-03-09T12:00:00Z");
    assertThat(march.gaps())
        .containsExactly(
            gap("2026-03-07T07:00:00Z", "2026-03-07T08:00:00Z", CoverageGap.Cause.NO_SHIFT),
            gap("2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z", CoverageGap.Cause.NO_SHIFT),
            gap("2026-03-09T06:00:00Z", "2026-03-09T08:00:00Z", CoverageGap.Cause.NO_SHIFT));
  }

  @Test
  void the_cause_of_a_gap_that_the_window_cuts_is_that_of_the_whole_gap() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .tam("tam-r", "R", Tam.Status.ACTIVE)
            .rotation("r", "R", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, "tam-r")
            .pattern("r", "R", Calendars.ALL_DAYS, "08:00", "16:00", new HolidayPolicy.Off(), "r")
            .holiday("R", "2026-01-06");
    assertThat(coverage(calendars, "2026-01-05T20:00:00Z", "2026-01-05T21:00:00Z").gaps())
        .containsExactly(
            gap("2026-01-05T20:00:00Z", "2026-01-05T21:00:00Z", CoverageGap.Cause.HOLIDAY));
    assertThat(coverage(calendars, "2026-01-08T20:00:00Z", "2026-01-08T21:00:00Z").gaps())
        .containsExactly(
            gap("2026-01-08T20:00:00Z", "2026-01-08T21:00:00Z", CoverageGap.Cause.NO_SHIFT));
  }

  @Test
  void a_shift_that_an_edit_cut_ended_at_that_instant_on_any_clock() {
    Calendar calendar =
        new Calendars()
            .region("EMEA", "Europe/London")
            .region("EAST", "UTC")
            .staffed("EMEA", "07:00", "15:00", "tam-a")
            .staffed("EAST", "14:30", "07:00", "tam-b")
            .build();
    Instant from = Instant.parse("2026-07-01T12:00:00Z");
    Instant to = Instant.parse("2026-07-01T16:00:00Z");
    Instant edit = Instant.parse("2026-07-01T13:30:00Z");
    List<Shift> history =
        Shifts.between(calendar, from, to).stream()
            .map(s -> s.covers(edit) ? s.endingWith(edit, s.slotEnd()) : s)
            .toList();
    assertThat(Coverage.of(RosterRules.of(calendar), history, from, to).gaps())
        .containsExactly(
            gap("2026-07-01T13:30:00Z", "2026-07-01T14:30:00Z", CoverageGap.Cause.NO_SHIFT));
  }

  @Test
  void several_primaries_of_one_region_are_no_overlap() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .staffed("R", "00:00", "16:00", "tam-a")
            .staffed("R", "08:00", "00:00", "tam-b");
    Coverage day = coverage(calendars, "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");
    assertThat(day.overlap()).isZero();
    assertThat(day.gap()).isZero();
    assertThat(day.segments())
        .containsExactly(
            new Coverage.Segment(
                Instant.parse("2026-01-05T00:00:00Z"),
                Instant.parse("2026-01-06T00:00:00Z"),
                List.of("R")));
  }

  @Test
  void without_a_calendar_all_is_one_gap() {
    Coverage day = coverage(new Calendars(), "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");
    assertThat(day.gap()).isEqualTo(Duration.ofDays(1));
    assertThat(day.gaps())
        .extracting(CoverageGap::cause)
        .containsExactly(CoverageGap.Cause.NO_SHIFT);
  }

  private static Coverage coverage(Calendars calendars, String from, String to) {
    return Coverage.of(RosterRules.of(calendars.build()), Instant.parse(from), Instant.parse(to));
  }

  private static CoverageGap gap(String start, String end, CoverageGap.Cause cause) {
    return new CoverageGap(Instant.parse(start), Instant.parse(end), cause);
  }
}
