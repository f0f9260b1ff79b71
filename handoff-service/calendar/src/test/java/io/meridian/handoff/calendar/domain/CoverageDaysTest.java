package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.handoff.calendar.domain.CoverageGap.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A year of gaps at a glance. */
class CoverageDaysTest {
  private static final UUID AGREED = new UUID(7, 7);

  private static CoverageGap gap(String start, String end, Cause cause) {
    return new CoverageGap(Instant.parse(start), Instant.parse(end), cause);
  }

  private static List<CoverageGap> everyEvening(int days) {
    List<CoverageGap> gaps = new ArrayList<>();
    Instant first = Instant.parse("2026-03-08T22:00:00Z");
    for (int day = 0; day < days; day++) {
      Instant start = first.plus(Duration.ofDays(day));
      gaps.add(new CoverageGap(start, start.plus(Duration.ofHours(1)), Cause.CLOCK_CHANGE));
    }
    return gaps;
  }

  @Test
  void equal_gaps_on_following_days_are_one_line() {
    CoverageDays seen = CoverageDays.of(everyEvening(238), ZoneOffset.UTC);

    assertThat(seen.runs()).hasSize(1);
    CoverageDays.Run run = seen.runs().getFirst();
    assertThat(run.count()).isEqualTo(238);
    assertThat(run.total()).isEqualTo(Duration.ofHours(238));
    assertThat(run.from()).isEqualTo(LocalTime.of(22, 0));
    assertThat(run.to()).isEqualTo(LocalTime.of(23, 0));
    assertThat(run.start()).isEqualTo("2026-03-08T22:00:00Z");
    assertThat(run.end()).isEqualTo("2026-10-31T23:00:00Z");
    assertThat(seen.days()).hasSize(238);
  }

  @Test
  void two_a_day_are_two_lines_and_a_day_between_begins_another() {
    List<CoverageGap> gaps =
        List.of(
            gap("2026-03-08T02:00:00Z", "2026-03-08T03:00:00Z", Cause.NO_SHIFT),
            gap("2026-03-08T22:00:00Z", "2026-03-08T23:00:00Z", Cause.CLOCK_CHANGE),
            gap("2026-03-09T02:00:00Z", "2026-03-09T03:00:00Z", Cause.NO_SHIFT),
            gap("2026-03-09T22:00:00Z", "2026-03-09T23:00:00Z", Cause.CLOCK_CHANGE),
            gap("2026-03-11T22:00:00Z", "2026-03-11T23:00:00Z", Cause.CLOCK_CHANGE));

    assertThat(CoverageDays.of(gaps, ZoneOffset.UTC).runs())
        .extracting(CoverageDays.Run::cause, CoverageDays.Run::count)
        .containsExactly(
            tuple(Cause.NO_SHIFT, 2), tuple(Cause.CLOCK_CHANGE, 2), tuple(Cause.CLOCK_CHANGE, 1));
  }

  @Test
  void another_cause_length_or_agreement_is_another_line() {
    Instant start = Instant.parse("2026-03-10T22:00:00Z");
    List<CoverageGap> gaps =
        List.of(
            gap("2026-03-08T22:00:00Z", "2026-03-08T23:00:00Z", Cause.CLOCK_CHANGE),
            gap("2026-03-09T22:00:00Z", "2026-03-09T23:30:00Z", Cause.CLOCK_CHANGE),
            new CoverageGap(start, start.plusSeconds(5400), Cause.CLOCK_CHANGE, AGREED),
            gap("2026-03-11T22:00:00Z", "2026-03-11T23:30:00Z", Cause.HOLIDAY));
    assertThat(CoverageDays.of(gaps, ZoneOffset.UTC).runs()).hasSize(4);
  }

  @Test
  void a_gap_over_midnight_is_part_of_both_days_and_one_line() {
    CoverageGap night = gap("2026-03-08T23:00:00Z", "2026-03-10T01:00:00Z", Cause.EMPTY_SHIFT);
    CoverageDays seen = CoverageDays.of(List.of(night), ZoneOffset.UTC);

    assertThat(seen.days())
        .extracting(CoverageDays.Day::date, CoverageDays.Day::uncovered)
        .containsExactly(
            tuple(LocalDate.of(2026, 3, 8), Duration.ofHours(1)),
            tuple(LocalDate.of(2026, 3, 9), Duration.ofHours(24)),
            tuple(LocalDate.of(2026, 3, 10), Duration.ofHours(1)));
    assertThat(seen.runs()).hasSize(1);
  }

  @Test
  void days_are_those_of_the_zone_and_one_on_which_clocks_change_is_shorter() {
    CoverageGap whole = gap("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", Cause.NO_SHIFT);
    assertThat(CoverageDays.of(List.of(whole), ZoneId.of("America/New_York")).days())
        .extracting(CoverageDays.Day::date, CoverageDays.Day::uncovered)
        .containsExactly(tuple(LocalDate.of(2026, 3, 8), Duration.ofHours(23)));
  }

  @Test
  void a_day_says_why_the_longest_first_and_what_is_agreed() {
    Instant noon = Instant.parse("2026-03-08T12:00:00Z");
    List<CoverageGap> gaps =
        List.of(
            gap("2026-03-08T02:00:00Z", "2026-03-08T03:00:00Z", Cause.NO_SHIFT),
            new CoverageGap(noon, noon.plusSeconds(7200), Cause.HOLIDAY, AGREED));
    CoverageDays.Day day = CoverageDays.of(gaps, ZoneOffset.UTC).days().getFirst();
    assertThat(day.causes()).containsExactly(Cause.HOLIDAY, Cause.NO_SHIFT);
    assertThat(day.uncovered()).isEqualTo(Duration.ofHours(3));
    assertThat(day.agreed()).isEqualTo(Duration.ofHours(2));
  }
}
