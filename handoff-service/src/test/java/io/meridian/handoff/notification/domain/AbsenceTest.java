package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.GapCause;
import io.meridian.handoff.calendar.domain.CoverageGap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why nobody is there, in the words that people have always read. */
class AbsenceTest {

  @ParameterizedTest
  @CsvSource({
    "COVERAGE_HOLE, nobody is on duty in any region",
    "UNACCEPTED_HANDOFF, the handoff is not accepted",
    "EMPTY_SHIFT, nobody holds the shift",
    "OFF_ROSTER, left duty during the shift"
  })
  void a_gap_says_why_an_escalation_is_not_attended(GapCause cause, String words) {
    assertThat(new Absence.Gap(cause).inWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "HOLIDAY, a holiday",
    "EMPTY_SHIFT, nobody holds the shift",
    "CLOCK_CHANGE, a clock change",
    "NO_SHIFT, no shift is planned"
  })
  void a_hole_says_why_nobody_will_be_on_duty(CoverageGap.Cause cause, String words) {
    assertThat(new Absence.Hole(cause).inWords()).isEqualTo(words);
  }
}
