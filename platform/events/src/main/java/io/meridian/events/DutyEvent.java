package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells about those who will be on duty. */
public sealed interface DutyEvent extends Event {

  UnreachableDuty duty();

  /** Nothing reaches somebody who is on duty within 24 hours. Told once for each shift. */
  record Unreachable(UnreachableDuty duty) implements DutyEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Unreachable ignored -> "io.meridian.duty.unreachable.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return duty().id().toString();
  }

  @Override
  default long sequence() {
    return 1;
  }

  @Override
  default Instant time() {
    return duty().noticedAt();
  }

  /** Nothing: what will be is told, and stays as it is. */
  @Override
  default List<ChangedObject> changed() {
    return List.of();
  }
}
