package io.meridian.handoff.ledger.domain;

import io.meridian.events.ServiceHours;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an escalation follows the sun, lives at home or rests since it is resolved, from an
 * instant on (domain.md section 3).
 *
 * @param home where it lives, or would if it did not follow the sun; null only in what was told
 *     before there were homes
 */
public record Regime(Instant since, ServiceHours hours, @Nullable String home, boolean resolved) {

  /** What holds before anything was said: it follows the sun. */
  static final Regime UNSAID = new Regime(Instant.MIN, ServiceHours.FOLLOW_THE_SUN, null, false);

  /** Whether it is handed over around the clock. */
  public boolean travels() {
    return !resolved && (hours == ServiceHours.FOLLOW_THE_SUN || home == null);
  }

  /** The region in which it is worked on; null when it travels or is resolved. */
  public @Nullable String livesIn() {
    return resolved || hours == ServiceHours.FOLLOW_THE_SUN ? null : home;
  }

  /** Whether it says the same, since whenever. */
  public boolean saysTheSameAs(Regime other) {
    return equals(new Regime(since, other.hours, other.home, other.resolved));
  }

  /** The one that holds at the instant. */
  public static Regime at(List<Regime> regimes, Instant at) {
    Regime found = UNSAID;
    for (Regime regime : regimes) {
      if (regime.since().isAfter(at)) {
        break;
      }
      found = regime;
    }
    return found;
  }

  /**
   * The instant after that one at which another begins; {@code otherwise} when none does before.
   */
  static Instant nextAfter(List<Regime> regimes, Instant at, Instant otherwise) {
    return regimes.stream()
        .map(Regime::since)
        .filter(since -> since.isAfter(at) && since.isBefore(otherwise))
        .findFirst()
        .orElse(otherwise);
  }
}
