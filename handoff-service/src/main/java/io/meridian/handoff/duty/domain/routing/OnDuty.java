package io.meridian.handoff.duty.domain.routing;

import java.time.Instant;
import java.util.Comparator;

/**
 * Somebody on duty, as routing sees them.
 *
 * @param shiftStart start of the shift they are on
 * @param outgoingFrom from then on the shift that takes over from them is running or about to: new
 *     work goes to others
 */
record OnDuty(
    String tam, String region, boolean primary, Instant shiftStart, Instant outgoingFrom) {

  /** One desk per TAM: a primary's before a secondary's, the later shift's first. */
  static final Comparator<OnDuty> PREFERENCE =
      Comparator.comparing((OnDuty o) -> !o.primary())
          .thenComparing(Comparator.comparing(OnDuty::shiftStart).reversed())
          .thenComparing(OnDuty::region);

  boolean isOutgoing(Instant at) {
    return !at.isBefore(outgoingFrom);
  }
}
