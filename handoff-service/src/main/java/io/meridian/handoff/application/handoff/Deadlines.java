package io.meridian.handoff.application.handoff;

import io.meridian.handoff.domain.shiftchange.ShiftChange;
import java.time.Instant;

/** Until when an offer may be accepted. */
final class Deadlines {

  private Deadlines() {}

  /** The law's deadline; an offer that is made late has the acceptance timeout at least. */
  static Instant of(ShiftChange change, Instant offeredAt, HandoffConfig config) {
    return of(change.prepareAt(), change.acceptBy(), offeredAt, config);
  }

  static Instant of(Instant prepareAt, Instant lawful, Instant offeredAt, HandoffConfig config) {
    if (!offeredAt.isAfter(prepareAt.plus(config.latenessTolerance()))) {
      return lawful;
    }
    Instant atLeast = offeredAt.plus(config.acceptanceTimeout());
    return atLeast.isAfter(lawful) ? atLeast : lawful;
  }
}
