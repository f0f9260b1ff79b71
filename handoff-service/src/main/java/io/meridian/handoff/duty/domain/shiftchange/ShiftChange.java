package io.meridian.handoff.duty.domain.shiftchange;

import io.meridian.handoff.calendar.domain.Shift;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The moment somebody's duty ends, and the shift that takes over.
 *
 * @param id derived from both regions, the boundary and the incoming start: computed again it is
 *     the same
 * @param fromRegion region of the outgoing TAM
 * @param toRegion region of the incoming shift; the same when a region hands over inside itself
 * @param boundary the instant at which the outgoing TAM's duty ends
 * @param incoming the shift that takes over; empty when nobody holds it
 * @param prepareAt when handoffs are drafted and offered, from then on they can be accepted
 * @param effectiveFrom start of the incoming shift: an earlier acceptance takes effect then
 * @param acceptBy the deadline of an offer made in time, after which it goes to the lead
 */
public record ShiftChange(
    UUID id,
    String fromRegion,
    String toRegion,
    Instant boundary,
    Shift incoming,
    Instant prepareAt,
    Instant effectiveFrom,
    Instant acceptBy) {

  /** The id of a shift change is a function of what it is about. */
  static UUID idOf(String fromRegion, Instant boundary, String toRegion, Instant incomingStart) {
    String about =
        String.join(
            "|",
            "shift-change",
            fromRegion,
            boundary.toString(),
            toRegion,
            incomingStart.toString());
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }

  /** When its handoffs come into being: at the offer, or waiting for coverage before it. */
  public Instant draftAt() {
    return prepareAt.isBefore(boundary) ? prepareAt : boundary;
  }

  /** Whether the incoming shift is over at the instant, and with it the shift change. */
  public boolean isOver(Instant at) {
    return !incoming.end().isAfter(at);
  }
}
