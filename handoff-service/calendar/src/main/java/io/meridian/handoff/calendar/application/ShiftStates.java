package io.meridian.handoff.calendar.application;

import io.meridian.events.Person;
import io.meridian.events.ShiftState;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shifts as others learn of them. */
final class ShiftStates {

  private ShiftStates() {}

  static ShiftState of(InForce inForce, Shift shift, long revision, Instant changedAt) {
    return new ShiftState(
        shift.id(),
        shift.region(),
        shift.start(),
        shift.end(),
        shift.slotStart(),
        shift.slotEnd(),
        shift.zone().getId(),
        person(inForce, shift.primary()),
        person(inForce, shift.secondary()),
        shift.shadows().stream().map(inForce::person).toList(),
        shift.pattern(),
        shift.override(),
        shift.holiday(),
        revision,
        changedAt);
  }

  private static @Nullable Person person(InForce inForce, @Nullable String tam) {
    return tam == null ? null : inForce.person(tam);
  }
}
