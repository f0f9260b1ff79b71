package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells of shift changes as such. */
public sealed interface ShiftChangeEvent extends Event {

  ShiftChangeNote note();

  /** The outgoing crew wrote its note, or edited it. */
  record Noted(ShiftChangeNote note) implements ShiftChangeEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Noted ignored -> "io.meridian.shift-change.noted.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.HANDOFFS;
  }

  @Override
  default String key() {
    return note().shiftChangeId().toString();
  }

  @Override
  default long sequence() {
    return note().version();
  }

  @Override
  default Instant time() {
    return note().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("shift-change-note", key(), note());
  }
}
