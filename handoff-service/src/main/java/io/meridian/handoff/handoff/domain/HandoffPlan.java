package io.meridian.handoff.handoff.domain;

import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What a handoff is about; never changes.
 *
 * @param id derived from shift change and escalation
 * @param from who is outgoing, in {@code fromRegion}
 * @param boundary when the outgoing TAM goes
 * @param start start of the incoming shift
 * @param acceptBy the deadline of an offer made in time
 */
public record HandoffPlan(
    UUID id,
    UUID shiftChangeId,
    UUID escalationId,
    String from,
    String fromRegion,
    String toRegion,
    Instant boundary,
    Instant start,
    Instant acceptBy) {

  /**
   * The handoff of an escalation at a shift change.
   *
   * @param earlier how many finished handoffs the escalation already has at this shift change: it
   *     came back to a colleague of the same shift, or the roster changed to and fro
   */
  public static HandoffPlan of(ShiftChange change, UUID escalationId, String from, int earlier) {
    return new HandoffPlan(
        idOf(change.id(), escalationId, earlier),
        change.id(),
        escalationId,
        from,
        change.fromRegion(),
        change.toRegion(),
        change.boundary(),
        change.effectiveFrom(),
        change.acceptBy());
  }

  private static UUID idOf(UUID shiftChangeId, UUID escalationId, int earlier) {
    String about = "handoff|" + shiftChangeId + "|" + escalationId;
    String derived = earlier == 0 ? about : about + "|" + earlier;
    return UUID.nameUUIDFromBytes(derived.getBytes(StandardCharsets.UTF_8));
  }
}
