package io.meridian.handoff.ledger.domain;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was told about an escalation's accountability.
 *
 * @param revision counts the facts of the escalation, from 1
 * @param openedAt start of the span it is about
 * @param start when the interval that it names begins
 * @param end when the span ended; null unless it did
 * @param holdUntil end of the hold that came with it, or null
 * @param at when it was decided
 */
public record AccountabilityFact(
    UUID escalationId,
    long revision,
    Kind kind,
    Instant openedAt,
    String tam,
    String region,
    Instant start,
    @Nullable Instant end,
    AccountabilityBasis basis,
    @Nullable Instant holdUntil,
    @Nullable UUID handoffId,
    Instant at) {

  /** What happened. */
  public enum Kind {
    ASSIGNED,
    TRANSFERRED,
    HELD,
    ENDED
  }

  /** The fact that an event tells. */
  public static AccountabilityFact of(AccountabilityEvent event) {
    Kind kind =
        switch (event) {
          case AccountabilityEvent.Assigned ignored -> Kind.ASSIGNED;
          case AccountabilityEvent.Transferred ignored -> Kind.TRANSFERRED;
          case AccountabilityEvent.Held ignored -> Kind.HELD;
          case AccountabilityEvent.RegimeChanged ignored -> Kind.HELD;
          case AccountabilityEvent.Ended ignored -> Kind.ENDED;
        };
    AccountabilityState state = event.accountability();
    return new AccountabilityFact(
        state.escalationId(),
        state.revision(),
        kind,
        state.openedAt(),
        state.tam().id(),
        state.region(),
        state.start(),
        state.end(),
        state.basis(),
        state.holdUntil(),
        state.handoffId(),
        state.changedAt());
  }

  /** The interval that begins with it. */
  Accountability interval() {
    return new Accountability(tam, region, start, null, basis, handoffId, null);
  }
}
