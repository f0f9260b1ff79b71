package io.meridian.runtime.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock that decides everything with a meaning: UTC, in milliseconds. Outside production it may
 * run from a chosen instant at a chosen speed, the same in every process of one run. Injectable as
 * {@link Clock} too.
 */
public abstract class DomainClock extends Clock {

  /**
   * How long to really wait until this clock reads {@code due}; zero when it does already. A clock
   * that can jump answers with a short wait: look again after it.
   */
  public abstract Duration realDelayUntil(Instant due);

  @Override
  public final ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * Instants have no zone here.
   *
   * @throws UnsupportedOperationException for any zone but UTC
   */
  @Override
  public final Clock withZone(ZoneId zone) {
    if (!zone.normalized().equals(ZoneOffset.UTC)) {
      throw new UnsupportedOperationException("the domain clock is UTC; convert the instant");
    }
    return this;
  }
}
