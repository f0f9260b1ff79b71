package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells about shifts that TAMs ask each other to take. */
public sealed interface SwapEvent extends Event {

  SwapState swap();

  record Asked(SwapState swap) implements SwapEvent {}

  record Accepted(SwapState swap) implements SwapEvent {}

  record Declined(SwapState swap) implements SwapEvent {}

  record Expired(SwapState swap) implements SwapEvent {}

  record Cancelled(SwapState swap) implements SwapEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Asked ignored -> "io.meridian.swap.asked.v1";
      case Accepted ignored -> "io.meridian.swap.accepted.v1";
      case Declined ignored -> "io.meridian.swap.declined.v1";
      case Expired ignored -> "io.meridian.swap.expired.v1";
      case Cancelled ignored -> "io.meridian.swap.cancelled.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return swap().id().toString();
  }

  @Override
  default long sequence() {
    return swap().revision();
  }

  @Override
  default Instant time() {
    return swap().changedAt();
  }

  @Override
  default List<ChangedObject> changed() {
    return ChangedObject.alone("swap-request", key(), swap());
  }
}
