package io.meridian.handoff.duty.application;

import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import java.time.Instant;

/** Until when an offer may be accepted. */
public final class Deadlines {

  private Deadlines() {}

  /** The law's deadline; an offer that is made late has the acceptance timeout at least. */
  public static Instant of(ShiftChange change, Instant offeredAt, HandoffConfig config) {
    return of(change.prepareAt(), change.acceptBy(), offeredAt, config);
  }

  /** The same for a shift change that was written down. */
  public static Instant of(
      Instant prepareAt, Instant lawful, Instant offeredAt, HandoffConfig config) {
    if (!offeredAt.isAfter(prepareAt.plus(config.latenessTolerance()))) {
      return lawful;
    }
    Instant atLeast = offeredAt.plus(config.acceptanceTimeout());
    return atLeast.isAfter(lawful) ? atLeast : lawful;
  }
}
