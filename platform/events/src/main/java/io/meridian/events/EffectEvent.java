package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service tells when accountability that was passed in advance takes effect: an
 * acceptance before the incoming shift began. It changes nothing in the ledger, and carries the
 * revision at which that stands; what is told as {@link AccountabilityEvent.Transferred} from now
 * on is in effect at once and not told again. Keyed by escalation.
 */
public sealed interface EffectEvent extends Event {

  AccountabilityState accountability();

  /** {@code accountability.tam} is accountable from now on, {@code from} no longer. */
  record TookEffect(Person from, AccountabilityState accountability) implements EffectEvent {}

  @Override
  default String type() {
    return switch (this) {
      case TookEffect ignored -> "io.meridian.accountability.took-effect.v1";
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
    return accountability().start();
  }

  /** Nothing: what was passed in advance was changed when it was passed. */
  @Override
  default List<ChangedObject> changed() {
    return List.of();
  }
}
