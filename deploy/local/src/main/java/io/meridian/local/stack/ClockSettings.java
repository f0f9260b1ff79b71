package io.meridian.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Another time than the real one, the same for all services of one stack.
 *
 * @param start what the clock reads at {@code origin}
 * @param origin a real instant
 * @param speed domain seconds per real second, greater than 0
 */
public record ClockSettings(Instant start, Instant origin, double speed) {

  Map<String, String> properties() {
    return Map.of(
        "meridian.clock.start", start.toString(),
        "meridian.clock.origin", origin.toString(),
        "meridian.clock.speed", Double.toString(speed));
  }

  /** What the clock reads at a real instant. */
  public Instant at(Instant real) {
    double nanos = Duration.between(origin, real).toNanos() * speed;
    return start.plus(Duration.ofNanos(Math.round(nanos)));
  }

  /** The real instant at which the clock reads {@code at}. */
  public Instant realInstantOf(Instant at) {
    double nanos = Duration.between(start, at).toNanos() / speed;
    return origin.plus(Duration.ofNanos(Math.round(nanos)));
  }
}
