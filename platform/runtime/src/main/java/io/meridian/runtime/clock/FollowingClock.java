package io.meridian.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Follows a source that may stand still and jump, as tests move it; so nobody waits long on it. */
final class FollowingClock extends DomainClock {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private final InstantSource source;

  FollowingClock(InstantSource source) {
    this.source = source;
  }

  @Override
  public Instant instant() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Duration realDelayUntil(Instant due) {
    Duration left = Duration.between(instant(), due);
    return left.isPositive() ? LOOK_AGAIN : Duration.ZERO;
  }
}
