package io.meridian.testkit.history;

import java.time.Instant;

/** A half-open stretch of time with what was true in it. */
public record Span<T>(Instant start, Instant end, T value) {

  /** How long it lasts. */
  public long millis() {
    return end.toEpochMilli() - start.toEpochMilli();
  }

  /** Whether it was so at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
