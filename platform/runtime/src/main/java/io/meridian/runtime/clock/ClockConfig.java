package io.meridian.runtime.clock;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Another time than the real one: for demos, replays and tests; refused in production. */
@ConfigMapping(prefix = "meridian.clock")
interface ClockConfig {
  /** The instant the clock reads at {@link #origin}; without it, the origin itself. */
  Optional<Instant> start();

  /**
   * The real instant at which the clock reads {@link #start}; without it, when this process began.
   */
  Optional<Instant> origin();

  /** Domain seconds per real second, in (0, 1000000]; 1 without it. */
  OptionalDouble speed();

  /** True when nothing bends time. */
  default boolean isRealTime() {
    return start().isEmpty() && origin().isEmpty() && speed().isEmpty();
  }
}
