package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.List;

/** From rules to shifts (domain.md section 2): pure functions of a calendar and a window. */
public final class Shifts {

  private Shifts() {}

  /**
   * Every shift of the calendar that shares an instant with {@code [from, to)}, whole, sorted by
   * start and id. Who asks more than once prepares {@link RosterRules}.
   */
  public static List<Shift> between(Calendar calendar, Instant from, Instant to) {
    return RosterRules.of(calendar).shifts(from, to);
  }

  /** The parts of shifts inside {@code [from, to)}, in the same order by start and id. */
  public static List<Shift> cut(List<Shift> shifts, Instant from, Instant to) {
    return shifts.stream()
        .filter(shift -> shift.intersects(from, to))
        .map(shift -> shift.cutTo(from, to))
        .sorted(Shift.ORDER)
        .toList();
  }
}
