package io.meridian.escalation.scope.domain;

import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest handoff of an escalation, as far as it asks somebody.
 *
 * @param tam who is asked, or null
 */
public record Offer(
    UUID escalationId, UUID handoffId, @Nullable String tam, long revision, Instant changedAt) {

  /** What a handoff's state says of it. */
  public static Offer of(HandoffState state) {
    boolean asks =
        state.status() == HandoffStatus.OFFERED
            || state.status() == HandoffStatus.ESCALATED_TO_LEAD;
    Person to = state.to();
    return new Offer(
        state.escalationId(),
        state.id(),
        asks && to != null ? to.id() : null,
        state.revision(),
        state.changedAt());
  }

  /** Whether it counts beside another of the same escalation. */
  public boolean isNewerThan(Offer other) {
    return handoffId.equals(other.handoffId)
        ? revision > other.revision
        : !changedAt.isBefore(other.changedAt);
  }
}
