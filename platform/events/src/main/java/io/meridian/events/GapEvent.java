package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service tells about the gap ledger: 1 to {@link HandoffEvent#PACKED_MAX} gaps that
 * changed alike at one instant. Keyed by escalation when alone, else by the first gap's shift
 * change or escalation.
 */
public sealed interface GapEvent extends Event {

  List<GapState> gaps();

  record Opened(List<GapState> gaps) implements GapEvent {}

  record Closed(List<GapState> gaps) implements GapEvent {}

  /**
   * Never was: the escalation turned out to have closed, or been attended, before the gap began.
   */
  record Voided(List<GapState> gaps) implements GapEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Opened ignored -> "io.meridian.gap.opened.v1";
      case Closed ignored -> "io.meridian.gap.closed.v1";
      case Voided ignored -> "io.meridian.gap.voided.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    GapState first = gaps().getFirst();
    boolean packed = gaps().size() > 1 && first.shiftChangeId() != null;
    return String.valueOf(packed ? first.shiftChangeId() : first.escalationId());
  }

  @Override
  default long sequence() {
    return gaps().getFirst().revision();
  }

  @Override
  default Instant time() {
    return gaps().getFirst().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.each(
        "gap", gaps(), GapState::id, GapState::escalationId, !(this instanceof Voided));
  }
}
