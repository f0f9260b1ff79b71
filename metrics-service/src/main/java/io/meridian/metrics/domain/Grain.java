package io.meridian.metrics.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The sizes of a rollup's buckets, finest first. All are UTC, so each nests in the next: a day is
 * 24 hours, a week seven days from Monday on (ISO 8601).
 */
public enum Grain {
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7));

  private final Duration length;

  Grain(Duration length) {
    this.length = length;
  }

  /** How long a bucket lasts. */
  public Duration length() {
    return length;
  }

  /** Start of the bucket that holds the instant. */
  public Instant floor(Instant at) {
    return switch (this) {
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
      case DAY -> at.truncatedTo(ChronoUnit.DAYS);
      case WEEK ->
          OffsetDateTime.ofInstant(at, ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.DAYS)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .toInstant();
    };
  }

  /** The first start of a bucket at or after the instant. */
  public Instant ceiling(Instant at) {
    Instant floor = floor(at);
    return floor.equals(at) ? at : floor.plus(length);
  }
}
