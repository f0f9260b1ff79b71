package io.meridian.handoff.notification.domain;

import io.meridian.events.GapCause;
import io.meridian.handoff.calendar.domain.CoverageGap;

/** Why nobody is there: the words for a new cause are missing at compile time. */
public sealed interface Absence {

  /** For people: why. */
  String inWords();

  /** An escalation is not attended. */
  record Gap(GapCause cause) implements Absence {

    @Override
    public String inWords() {
      return switch (cause) {
        case COVERAGE_HOLE -> "nobody is on duty in any region";
        case UNACCEPTED_HANDOFF -> "the handoff is not accepted";
        case EMPTY_SHIFT -> "nobody holds the shift";
        case OFF_ROSTER -> "left duty during the shift";
      };
    }
  }

  /**
   * Nobody will be on duty, and nobody has agreed to it.
   *
   * @param agreedBeside how many more holes there are that a manager has agreed to
   */
  record Hole(CoverageGap.Cause cause, long agreedBeside) implements Absence {

    /** One of those that are all there is. */
    public Hole(CoverageGap.Cause cause) {
      this(cause, 0);
    }

    @Override
    public String inWords() {
      return switch (cause) {
        case HOLIDAY -> "a holiday";
        case EMPTY_SHIFT -> "nobody holds the shift";
        case CLOCK_CHANGE -> "a clock change";
        case NO_SHIFT -> "no shift is planned";
      };
    }
  }
}
