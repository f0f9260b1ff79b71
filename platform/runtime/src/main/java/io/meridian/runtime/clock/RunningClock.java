package io.meridian.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Reads {@code start} at the real instant {@code origin} and runs on at {@code speed}. */
final class RunningClock extends DomainClock {
  private final InstantSource real;
  private final Instant origin;
  private final Instant start;
  private final double speed;

  /**
   * @param speed domain seconds per real second, greater than 0
   */
  RunningClock(InstantSource real, Instant origin, Instant start, double speed) {
    if (!(speed > 0) || speed > 1_000_000) {
      throw new IllegalArgumentException("meridian.clock.speed must be in (0, 1000000]: " + speed);
    }
    this.real = real;
    this.origin = origin;
    this.start = start;
    this.speed = speed;
  }

  static RunningClock realTime(InstantSource real) {
    return new RunningClock(real, Instant.EPOCH, Instant.EPOCH, 1);
  }

  @Override
  public Instant instant() {
    return start
        .plus(scaled(Duration.between(origin, real.instant()), speed))
        .truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Duration realDelayUntil(Instant due) {
    Instant reads = origin.plus(scaled(Duration.between(start, due), 1 / speed));
    Duration delay = Duration.between(real.instant(), reads);
    return delay.isPositive() ? delay.plusNanos(1) : Duration.ZERO;
  }

  private static Duration scaled(Duration duration, double factor) {
    if (factor == 1) {
      return duration;
    }
    double seconds = duration.getSeconds() * factor;
    double whole = Math.floor(seconds);
    double nanos = (seconds - whole) * 1e9 + duration.getNano() * factor;
    return Duration.ofSeconds((long) whole, Math.round(nanos));
  }
}
