package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edit of the calendar does to the shifts that run at that instant: those whose crew stays
 * go on, and end when the new rules say; the others are cut, and the new ones begin.
 *
 * @param changed running shifts, under their ids, with the ends they have now
 * @param begun shifts that begin at the instant of the edit
 */
public record RunningEdit(List<Shift> changed, List<Shift> begun) {

  /**
   * @param running the shifts that started before {@code at} and would have gone on after it
   * @param covering the shifts that cover {@code at} by the new rules
   */
  public static RunningEdit of(List<Shift> running, List<Shift> covering, Instant at) {
    List<Shift> unmatched = new ArrayList<>(covering);
    List<Shift> changed = new ArrayList<>();
    for (Shift shift : running) {
      Optional<Shift> goesOn = like(shift, unmatched);
      goesOn.ifPresent(unmatched::remove);
      Shift now =
          goesOn
              .map(next -> shift.endingWith(next.end(), next.slotEnd()))
              .orElseGet(() -> shift.endingWith(at, shift.slotEnd()));
      if (!now.equals(shift)) {
        changed.add(now);
      }
    }
    return new RunningEdit(
        List.copyOf(changed), unmatched.stream().map(shift -> from(at, shift)).toList());
  }

  private static Optional<Shift> like(Shift shift, List<Shift> candidates) {
    List<Shift> same =
        candidates.stream()
            .filter(c -> c.sameCrewAs(shift))
            .filter(c -> c.pattern().equals(shift.pattern()) && c.zone().equals(shift.zone()))
            .toList();
    return same.stream()
        .filter(c -> c.slotStart().equals(shift.slotStart()))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private static Shift from(Instant at, Shift shift) {
    return shift.start().isBefore(at) ? shift.restartedAt(at) : shift;
  }
}
