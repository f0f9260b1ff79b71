package io.meridian.metrics.domain;

import org.jspecify.annotations.Nullable;

/**
 * How the open time of one group inside a window was spent, in milliseconds.
 *
 * @param key service hours, severity, ISO week, region, customer id or TAM id; empty without one
 * @param name of the customer or TAM, null when unknown
 * @param openMillis all of it; 0 where the grouping does not tell
 * @param gapMillis in gaps that nobody had agreed to
 * @param agreedMillis in gaps that were agreed to
 * @param restingMillis in which nobody was expected to act
 */
public record AttendanceSums(
    String key,
    @Nullable String name,
    long openMillis,
    long gapMillis,
    long agreedMillis,
    long restingMillis) {

  /** What is left: somebody attended. */
  public long attendedMillis() {
    return Math.max(0, openMillis - gapMillis - agreedMillis - restingMillis);
  }

  /** All that is known, for an order. */
  public long knownMillis() {
    return Math.max(openMillis, gapMillis + agreedMillis + restingMillis);
  }

  /** The figures of both together. */
  public AttendanceSums plus(AttendanceSums other) {
    return new AttendanceSums(
        key,
        name,
        openMillis + other.openMillis,
        gapMillis + other.gapMillis,
        agreedMillis + other.agreedMillis,
        restingMillis + other.restingMillis);
  }

  /** The figures of nothing. */
  public static AttendanceSums none() {
    return new AttendanceSums("", null, 0, 0, 0, 0);
  }
}
