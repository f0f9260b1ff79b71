package io.meridian.runtime.clock;

import java.time.Clock;

/**
 * The time of the real world, for what means nothing to the domain: the expiry of a token, the age
 * of a cache. Everything else asks {@link DomainClock}.
 */
public final class RealTime {
  private RealTime() {}

  /** The system's clock, UTC. */
  public static Clock clock() {
    return Clock.systemUTC();
  }
}
