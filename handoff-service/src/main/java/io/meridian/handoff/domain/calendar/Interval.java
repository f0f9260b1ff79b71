package io.meridian.handoff.domain.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time {@code [start, end)}, never empty. */
public record Interval(Instant start, Instant end) {

  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("interval starts at " + start + ", ends " + end);
    }
  }

  /** Whether it and {@code [from, to)} share an instant. */
  public boolean intersects(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
