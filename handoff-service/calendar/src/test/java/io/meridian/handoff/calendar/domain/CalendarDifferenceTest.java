package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarDifferenceTest {

  @Test
  void like_calendars_differ_in_nothing() {
    CalendarDifference none = difference(Calendars.followTheSun(), Calendars.followTheSun());
    assertThat(none.added()).isEmpty();
    assertThat(none.removed()).isEmpty();
    assertThat(none.reassigned()).isEmpty();
    assertThat(none.gapsCreated()).isEmpty();
    assertThat(none.gapsHealed()).isEmpty();
  }

  @Test
  void leave_reassigns_the_part_it_covers_and_no_more() {
    CalendarDifference difference =
        difference(
            Calendars.followTheSun(),
            Calendars.followTheSun()
                .leave("tam-eva", "2026-01-06T10:00:00Z", "2026-01-06T12:00:00Z"));
    assertThat(difference.added()).isEmpty();
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.reassigned())
        .singleElement()
        .satisfies(r -> assertThat(r.before().primary()).isEqualTo("tam-eva"))
        .satisfies(r -> assertThat(r.after().primary()).isEqualTo("tam-tom"))
        .satisfies(r -> assertThat(r.before().start()).isEqualTo("2026-01-06T10:00:00Z"))
        .satisfies(r -> assertThat(r.after().end()).isEqualTo("2026-01-06T12:00:00Z"));
  }

  @Test
  void an_empty_shift_makes_a_gap_and_somebody_more_heals_it() {
    Calendars empty =
        Calendars.followTheSun()
            .leave("tam-eva", "2026-01-06T10:00:00Z", "2026-01-06T12:00:00Z")
            .leave("tam-tom", "2026-01-06T10:00:00Z", "2026-01-06T12:00:00Z");
    CoverageGap gap =
        new CoverageGap(
            Instant.parse("2026-01-06T10:00:00Z"),
            Instant.parse("2026-01-06T12:00:00Z"),
            CoverageGap.Cause.EMPTY_SHIFT);
    assertThat(difference(Calendars.followTheSun(), empty).gapsCreated()).containsExactly(gap);
    assertThat(difference(empty, Calendars.followTheSun()).gapsHealed()).containsExactly(gap);
  }

  @Test
  void an_override_that_adds_somebody_adds_a_shift() {
    CalendarDifference difference =
        difference(
            Calendars.followTheSun(),
            Calendars.followTheSun()
                .override(
                    "EMEA",
                    "2026-01-06T10:00:00Z",
                    "2026-01-06T12:00:00Z",
                    new ShiftOverride.Change.Add("tam-tom")));
    assertThat(difference.added()).extracting(Shift::primary).containsExactly("tam-tom");
    assertThat(difference.reassigned()).isEmpty();
  }

  private static CalendarDifference difference(Calendars before, Calendars after) {
    return CalendarDifference.between(
        RosterRules.of(before.build()),
        RosterRules.of(after.build()),
        Instant.parse("2026-01-05T00:00:00Z"),
        Instant.parse("2026-02-05T00:00:00Z"));
  }
}
