package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * What handoff-service tells about shifts that have begun: enough to know who was on duty at any
 * past instant.
 */
public sealed interface ShiftEvent extends Event {

  ShiftState shift();

  /** The shift began and is history from now on. */
  record Started(ShiftState shift) implements ShiftEvent {}

  /** An edit of the calendar cut a running shift: {@code shift.end} is now earlier or later. */
  record Changed(ShiftState shift) implements ShiftEvent {}

  /** The shift is over, at {@code shift.end}; nothing changes it any more. */
  record Ended(ShiftState shift) implements ShiftEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Started ignored -> "io.meridian.shift.started.v1";
      case Changed ignored -> "io.meridian.shift.changed.v1";
      case Ended ignored -> "io.meridian.shift.ended.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return shift().id().toString();
  }

  @Override
  default long sequence() {
    return shift().revision();
  }

  @Override
  default Instant time() {
    return shift().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("shift", key(), shift());
  }
}
