package io.meridian.metrics.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time {@code [from, to)}, to the millisecond.
 *
 * @param from first instant inside
 * @param to first instant after; equal to {@code from} in an empty window, never before it
 */
public record Window(Instant from, Instant to) {

  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("window ends before it starts: " + from + " .. " + to);
    }
  }

  /** True when it holds no instant. */
  public boolean isEmpty() {
    return from.equals(to);
  }

  /** Its length in milliseconds. */
  public long millis() {
    return Duration.between(from, to).toMillis();
  }

  /** True for {@code from}, false for {@code to}. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** How much of {@code other} lies inside, in milliseconds, 0 or more. */
  public long overlapMillis(Window other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return Math.max(0, Duration.between(start, end).toMillis());
  }
}
