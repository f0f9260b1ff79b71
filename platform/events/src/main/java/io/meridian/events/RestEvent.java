package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service tells about rests: 1 to {@link HandoffEvent#PACKED_MAX} of them that changed
 * alike. Keyed by the first one's escalation.
 */
public sealed interface RestEvent extends Event {

  List<RestState> rests();

  /** They are so now. */
  record Recorded(List<RestState> rests) implements RestEvent {}

  /** Never were: it turned out to have closed, travelled or been attended. */
  record Voided(List<RestState> rests) implements RestEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Recorded ignored -> "io.meridian.rest.recorded.v1";
      case Voided ignored -> "io.meridian.rest.voided.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return rests().getFirst().escalationId().toString();
  }

  @Override
  default long sequence() {
    return rests().getFirst().revision();
  }

  @Override
  default Instant time() {
    return rests().getFirst().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.each(
        "rest", rests(), RestState::id, RestState::escalationId, !(this instanceof Voided));
  }
}
