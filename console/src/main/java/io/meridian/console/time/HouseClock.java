package io.meridian.console.time;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The time of the house: real, or bent as the services' is in a demo. Pages carry it, so that they
 * count down rightly on a machine whose clock is wrong.
 */
public final class HouseClock implements InstantSource {
  private final InstantSource real;
  private final Instant origin;
  private final Instant start;
  private final double speed;

  /** Another time than the real one; the services have the same settings. */
  @ConfigMapping(prefix = "meridian.clock")
  interface Bend {
    /** What the clock reads at {@link #origin}. */
    Optional<Instant> start();

    /** A real instant. */
    Optional<Instant> origin();

    /** Seconds of the house per real second. */
    OptionalDouble speed();
  }

  /** Makes the one clock. */
  static class Producer {
    @Produces
    @Singleton
    HouseClock clock(Bend bend) {
      boolean bent = bend.start().isPresent() || bend.speed().isPresent();
      if (bent && ConfigUtils.isProfileActive("prod")) {
        throw new IllegalStateException(
            "meridian.clock.* is set, and production knows real time only: remove it");
      }
      InstantSource real = InstantSource.system();
      Instant origin = bend.origin().orElseGet(real::instant);
      return new HouseClock(real, origin, bend.start().orElse(origin), bend.speed().orElse(1));
    }
  }

  /**
   * A clock that reads {@code start} at the real instant {@code origin}.
   *
   * @param speed seconds of the house per real second
   */
  public HouseClock(InstantSource real, Instant origin, Instant start, double speed) {
    this.real = real;
    this.origin = origin;
    this.start = start;
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    if (speed == 1) {
      return start.plus(Duration.between(origin, real.instant()));
    }
    return start.plus(
        Duration.ofNanos(Math.round(Duration.between(origin, real.instant()).toNanos() * speed)));
  }

  /** Real time, for what means nothing to the domain: when a token ends. */
  public Instant realInstant() {
    return real.instant();
  }

  /** What a page is told: the instant, and how fast it runs. */
  public String forPages() {
    return instant() + ";" + speed;
  }
}
