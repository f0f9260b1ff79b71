package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarFaults;
import io.meridian.handoff.calendar.domain.Fault;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.domain.roster.SwapRules;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a swap is refused: 409 when the roster is not what it was asked of, else 422. */
final class SwapProblems {

  private SwapProblems() {}

  static Problem of(Fault fault) {
    return Problem.unprocessable(List.of(violation(fault)));
  }

  /**
   * @throws Problem unless there is no fault
   */
  static void refuse(List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    List<Violation> violations = faults.stream().map(SwapProblems::violation).toList();
    Optional<Fault> ofState =
        faults.stream().filter(fault -> SwapRules.OF_STATE.contains(fault.code())).findFirst();
    throw ofState
        .map(fault -> Problem.conflict(fault.code(), fault.detail(), violations))
        .orElseGet(() -> Problem.unprocessable(violations));
  }

  /**
   * @throws Problem 409 when the swap's overrides do not go with what else is in the calendar
   */
  static void refuseConflicts(Calendar calendar) {
    List<Fault> faults = CalendarFaults.of(calendar);
    if (!faults.isEmpty()) {
      throw Problem.conflict("override-conflict", faults.getFirst().detail());
    }
  }

  static Problem ended(SwapRequest request) {
    String status = request.stage().status().name().toLowerCase(Locale.ROOT);
    return Problem.conflict("swap-" + status, "The request is " + status + " already");
  }

  static Problem expired(SwapRequest request) {
    return Problem.conflict("swap-expired", "The request expired at " + request.expiresAt());
  }

  private static Violation violation(Fault fault) {
    return new Violation(fault.pointer(), fault.code(), fault.detail());
  }
}
