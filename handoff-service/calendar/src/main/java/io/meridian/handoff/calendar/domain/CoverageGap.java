package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;

/** A maximal interval {@code [start, end)} in which no primary is on duty in any region. */
public record CoverageGap(Instant start, Instant end, Cause cause) {

  public Duration length() {
    return Duration.between(start, end);
  }

  /** Whether it is no shorter than that. */
  public boolean isAtLeast(Duration tolerance) {
    return length().compareTo(tolerance) >= 0;
  }

  /** Why nobody is on duty: the first that applies to any part of the gap. */
  public enum Cause {
    /** A shift was off for a holiday. */
    HOLIDAY,
    /** A shift exists and nobody holds it as primary. */
    EMPTY_SHIFT,
    /** The hole would not exist were every zone on its standard offset. */
    CLOCK_CHANGE,
    /** No rule yields a shift. */
    NO_SHIFT
  }
}
