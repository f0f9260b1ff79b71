package io.meridian.handoff.calendar.application.roster;

import io.meridian.rest.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Who may do what with the entries of a list. */
@FunctionalInterface
public interface EntryRule<E> {

  /**
   * @param before null when it is new
   * @param after null when it is taken away
   * @throws Problem 403 when the caller may not
   */
  void check(@Nullable E before, @Nullable E after);

  /** Whoever has come this far may. */
  static <E> EntryRule<E> anybody() {
    return (before, after) -> {};
  }
}
