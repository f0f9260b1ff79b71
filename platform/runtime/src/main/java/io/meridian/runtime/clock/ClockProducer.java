package io.meridian.runtime.clock;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Chooses the clock: real time, a bent one, or the {@link InstantSource} bean of a test. */
class ClockProducer {

  @Produces
  @Singleton
  @Startup
  @Typed({DomainClock.class, Clock.class})
  DomainClock clock(ClockConfig config, Instance<InstantSource> source) {
    if (source.isResolvable()) {
      return new Following(source.get());
    }
    return choose(config, ConfigUtils.isProfileActive("prod"), RealTime.clock());
  }

  static DomainClock choose(ClockConfig config, boolean production, InstantSource real) {
    if (config.isRealTime()) {
      return RunningClock.realTime(real);
    }
    if (production) {
      throw new IllegalStateException(
          "meridian.clock.* is set, and production knows real time only: remove it");
    }
    Instant origin = config.origin().orElseGet(real::instant);
    Instant start = config.start().orElse(origin);
    return new RunningClock(real, origin, start, config.speed().orElse(1));
  }

  /**
   * Follows a source that may stand still and jump, as tests move it; so nobody waits long on it.
   */
  static final class Following extends DomainClock {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private final InstantSource source;

    Following(InstantSource source) {
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
}
