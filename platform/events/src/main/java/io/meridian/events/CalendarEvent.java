package io.meridian.events;

import java.time.Instant;
import java.util.List;

/** What handoff-service tells when a manager applied a calendar. */
public sealed interface CalendarEvent extends Event {

  CalendarState calendar();

  record Applied(String by, CalendarState calendar) implements CalendarEvent {}

  @Override
  default String type() {
    return switch (this) {
      case Applied ignored -> "io.meridian.calendar.applied.v1";
    };
  }

  @Override
  default Topic topic() {
    return Topic.SHIFTS;
  }

  @Override
  default String key() {
    return "calendar";
  }

  @Override
  default long sequence() {
    return calendar().revision();
  }

  @Override
  default Instant time() {
    return calendar().changedAt();
  }

  /** Nothing: what was put in force says more than is told. */
  @Override
  default List<ChangedObject> changed() {
    return List.of();
  }
}
