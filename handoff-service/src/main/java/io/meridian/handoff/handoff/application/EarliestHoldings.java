package io.meridian.handoff.handoff.application;

import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Beginnings of accountability that make no difference: before the present duty, or before the last
 * one ended. With them the many escalations of a holder are few situations.
 *
 * @param byTam what an earlier beginning counts as, for each TAM of the roster
 */
record EarliestHoldings(Map<String, Instant> byTam) {

  static EarliestHoldings of(Roster roster, Instant at) {
    Map<String, Instant> earliest = new HashMap<>();
    for (String tam : roster.tams()) {
      if (roster.onDuty(tam, at)) {
        earliest.put(tam, at);
      } else {
        roster
            .lastDutyBefore(tam, at)
            .map(Duty::end)
            .ifPresent(end -> earliest.put(tam, end.minusMillis(1)));
      }
    }
    return new EarliestHoldings(earliest);
  }

  /**
   * The holder, as if they had begun at the earliest instant that counts when they began before it.
   */
  Holder of(Holder holder) {
    Instant first = byTam.get(holder.tam());
    return first == null || !holder.since().isBefore(first)
        ? holder
        : new Holder(holder.tam(), holder.region(), first, holder.holds(), holder.home());
  }
}
