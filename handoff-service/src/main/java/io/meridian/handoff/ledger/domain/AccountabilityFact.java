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
 * @param regime whether it travels, lives at home or rests from then on; null in what was told
 *     before there were regimes
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
    @Nullable Regime regime,
    Instant at) {

  /** What happened. */
  public enum Kind {
    ASSIGNED,
    TRANSFERRED,
    HELD,
    REGIME_CHANGED,
    ENDED
  }

  /** The fact that an event tells. */
  public static AccountabilityFact of(AccountabilityEvent event) {
    Kind kind =
        switch (event) {
          case AccountabilityEvent.Assigned ignored -> Kind.ASSIGNED;
          case AccountabilityEvent.Transferred ignored -> Kind.TRANSFERRED;
          case AccountabilityEvent.Held ignored -> Kind.HELD;
          case AccountabilityEvent.RegimeChanged ignored -> Kind.REGIME_CHANGED;
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
        regime(kind, state),
        state.changedAt());
  }

  /** What was opened says it from its opening on, late or not. */
  private static @Nullable Regime regime(Kind kind, AccountabilityState state) {
    return state.serviceHours() == null
        ? null
        : new Regime(
            kind == Kind.ASSIGNED ? state.start() : state.changedAt(),
            state.serviceHours(),
            state.homeRegion(),
            Boolean.TRUE.equals(state.resolved()));
  }

  /** The interval that begins with it. */
  Accountability interval() {
    return new Accountability(tam, region, start, null, basis, handoffId, null);
  }
}
