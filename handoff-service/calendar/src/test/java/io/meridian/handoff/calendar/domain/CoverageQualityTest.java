package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageQualityTest {

  private static final DutyLimits LIMITS =
      new DutyLimits(Duration.ofHours(11), Duration.ofHours(48), Duration.ofSeconds(5));

  @Test
  void a_roster_around_the_clock_that_is_shared_fairly_is_perfect() {
    Calendar calendar =
        new Calendars()
            .region("E", "UTC")
            .region("W", "UTC")
            .staffed("E", "00:00", "06:00", "tam-a")
            .staffed("E", "06:00", "12:00", "tam-b")
            .staffed("W", "12:00", "18:00", "tam-c")
            .staffed("W", "18:00", "00:00", "tam-d")
            .build();
    CoverageQuality quality = of(calendar, "2026-01-05T00:00:00Z", "2026-02-02T00:00:00Z");
    assertThat(quality.deductions()).isEmpty();
    assertThat(quality.score()).isEqualTo(100);
    assertThat(quality.load())
        .extracting(l -> l.region() + " " + l.tam() + " " + l.duty())
        .containsExactly("E tam-a PT168H", "E tam-b PT168H", "W tam-c PT168H", "W tam-d PT168H");
  }

  @Test
  void each_deduction_says_what_it_is_for() {
    Calendar calendar =
        new Calendars()
            .region("E", "UTC")
            .staffed("E", "00:00", "12:00", "tam-a", "tam-b")
            .staffed("E", "14:00", "00:00", "tam-c")
            .leave("tam-c", "2026-01-06T14:00:00Z", "2026-01-07T00:00:00Z")
            .build();
    CoverageQuality quality = of(calendar, "2026-01-05T00:00:00Z", "2026-01-19T00:00:00Z");
    assertThat(quality.deductions())
        .extracting(d -> d.kind() + " " + d.points())
        .containsExactly("GAPS 50", "EMPTY_SHIFTS 4", "FAIRNESS 5", "WEEK 3");
    assertThat(quality.score()).isEqualTo(100 - 50 - 4 - 5 - 3);
    assertThat(quality.deductions().getFirst().detail())
        .isEqualTo("no primary is on duty for 38 h of 336 h (11.3 %)");
    assertThat(quality.deductions().get(1).detail())
        .isEqualTo("shifts have no primary for 10 h of 308 h (3.2 %)");
    assertThat(quality.deductions().get(2).detail())
        .startsWith("in E tam-a has 84 h of duty and tam-c 130 h (Gini index 0.10");
  }

  @Test
  void gaps_below_the_tolerance_cost_nothing_and_a_short_one_costs_a_point() {
    assertThat(seam("12:00:04").score()).isEqualTo(100);
    assertThat(seam("12:00:05").deductions())
        .singleElement()
        .isEqualTo(
            new CoverageQuality.Deduction(
                CoverageQuality.Kind.GAPS, 1, "no primary is on duty for 35 s of 168 h (0.0 %)"));
  }

  @Test
  void an_empty_calendar_is_one_gap() {
    CoverageQuality none = of(Calendar.EMPTY, "2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z");
    assertThat(none.score()).isEqualTo(50);
    assertThat(none.load()).isEmpty();
  }

  @Test
  void what_is_agreed_to_is_counted_apart_and_costs_nothing() {
    Calendar calendar =
        new Calendars().region("E", "UTC").staffed("E", "00:00", "22:00", "tam-a").build();
    CoverageAgreement night =
        new CoverageAgreement(
            new UUID(0, 1),
            Instant.parse("2026-01-05T00:00:00Z"),
            Instant.parse("2026-01-09T23:00:00Z"),
            "quiet",
            "manager-mia",
            Instant.parse("2026-01-01T00:00:00Z"),
            1);
    CoverageQuality quality =
        of(calendar, "2026-01-05T00:00:00Z", "2026-01-10T00:00:00Z", List.of(night));
    assertThat(quality.agreedUncovered()).isEqualTo(Duration.ofHours(9));
    assertThat(quality.deductions().getFirst().detail())
        .isEqualTo("no primary is on duty for 1 h of 120 h (0.8 %); 9 h more are agreed to");
    assertThat(quality.deductions().getFirst().points()).isEqualTo(9);
    CoverageQuality whole =
        of(calendar, "2026-01-05T00:00:00Z", "2026-01-09T00:00:00Z", List.of(night));
    assertThat(whole.deductions())
        .extracting(CoverageQuality.Deduction::kind)
        .doesNotContain(CoverageQuality.Kind.GAPS);
    assertThat(of(calendar, "2026-01-05T00:00:00Z", "2026-01-09T00:00:00Z").agreedUncovered())
        .isZero();
  }

  private static CoverageQuality seam(String opens) {
    Calendar calendar =
        new Calendars()
            .region("E", "UTC")
            .region("W", "UTC")
            .staffed("E", "06:00", "12:00", "tam-a")
            .staffed("E", "00:00", "06:00", "tam-b")
            .staffed("W", opens, "18:00", "tam-c")
            .staffed("W", "18:00", "00:00", "tam-d")
            .build();
    return of(calendar, "2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z");
  }

  private static CoverageQuality of(Calendar calendar, String from, String to) {
    return of(calendar, from, to, List.of());
  }

  private static CoverageQuality of(
      Calendar calendar, String from, String to, List<CoverageAgreement> agreements) {
    RosterRules rules = RosterRules.of(calendar);
    Instant start = Instant.parse(from);
    Instant end = Instant.parse(to);
    var shifts = rules.shifts(start, end);
    return CoverageQuality.of(
        calendar,
        shifts,
        Coverage.of(rules, start, end).agreeing(agreements),
        RosterWarnings.of(rules, shifts, start, end, new Readiness(start, Set.of()), LIMITS),
        start,
        end,
        LIMITS);
  }
}
