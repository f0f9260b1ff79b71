package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells about the accountability ledger; keyed by escalation. */
public sealed interface AccountabilityEvent extends Event {

  AccountabilityState accountability();

  /** A span of accountability began: somebody was assigned on opening. */
  record Assigned(AccountabilityState accountability) implements AccountabilityEvent {}

  /**
   * Accountability passes to {@code accountability.tam} at {@code accountability.start}; what began
   * later is void.
   */
  record Transferred(Person from, AccountabilityState accountability)
      implements AccountabilityEvent {}

  /** The accountable person declared a hold: they attend until {@code accountability.holdUntil}. */
  record Held(AccountabilityState accountability) implements AccountabilityEvent {}

  /**
   * From {@code accountability.changedAt} on the escalation travels, lives at home or elsewhere, or
   * rests since it is resolved, as {@code accountability} says; who is accountable stays.
   */
  record RegimeChanged(AccountabilityState accountability) implements AccountabilityEvent {}

  /**
   * The escalation closed at {@code accountability.end}; anything recorded from that instant on is
   * void.
   */
  record Ended(AccountabilityState accountability) implements AccountabilityEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Assigned ignored -> "io.meridian.accountability.assigned.v1";
      case Transferred ignored -> "io.meridian.accountability.transferred.v1";
      case Held ignored -> "io.meridian.accountability.held.v1";
      case RegimeChanged ignored -> "io.meridian.accountability.regime-changed.v1";
      case Ended ignored -> "io.meridian.accountability.ended.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return accountability().escalationId().toString();
  }

  @Override
  default long sequence() {
    return accountability().revision();
  }

  @Override
  default Instant time() {
    return accountability().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("accountability", key(), accountability());
  }
}
