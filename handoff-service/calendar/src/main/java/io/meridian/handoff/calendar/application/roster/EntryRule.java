package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.rest.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Who may do what with the entries of a list. */
@FunctionalInterface
public interface EntryRule<E> {

  /**
   * @param calendar as it is before the change
   * @param before null when it is new
   * @param after null when it is taken away
   * @throws Problem 403 when the caller may not
   */
  void check(CalendarDocument calendar, @Nullable E before, @Nullable E after);

  /** Whoever has come this far may. */
  static <E> EntryRule<E> anybody() {
    return (calendar, before, after) -> {};
  }
}
