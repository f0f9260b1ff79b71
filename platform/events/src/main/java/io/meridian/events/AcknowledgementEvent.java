package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service tells of severe escalations that want an answer from whoever is accountable.
 * Each is a fact of its own.
 */
public sealed interface AcknowledgementEvent extends Event {

  AcknowledgementState acknowledgement();

  /** The severity rose to 1 or 2 while somebody was accountable, acknowledged before or not. */
  record Raised(AcknowledgementState acknowledgement) implements AcknowledgementEvent {}

  /** Nobody has acknowledged by {@code acknowledgement.due}. */
  record Overdue(AcknowledgementState acknowledgement) implements AcknowledgementEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Raised ignored -> "io.meridian.acknowledgement.raised.v1";
      case Overdue ignored -> "io.meridian.acknowledgement.overdue.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return acknowledgement().id().toString();
  }

  @Override
  default long sequence() {
    return 1;
  }

  @Override
  default Instant time() {
    return acknowledgement().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return List.of(
        new ChangedObject(
            "acknowledgement",
            acknowledgement().escalationId().toString(),
            acknowledgement().escalationId().toString(),
            acknowledgement()));
  }
}
