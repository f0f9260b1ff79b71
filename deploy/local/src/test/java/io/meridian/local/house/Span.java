package io.meridian.local.house;

import java.time.Instant;

/** A half-open stretch of time with what was true in it. */
record Span<T>(Instant start, Instant end, T value) {

  long millis() {
    return end.toEpochMilli() - start.toEpochMilli();
  }

  boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
