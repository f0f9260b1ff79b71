package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.rest.problem.Problem;

/**
 * Who wants to do something with a swap request.
 *
 * @param isManager may do all of it, also for others
 */
public record SwapCaller(String id, boolean isManager) {

  /** 404 for a request that is not the caller's business. */
  SwapRequest sees(SwapRequest request) {
    if (!isManager && !request.concerns(id)) {
      throw unknown(request.id());
    }
    return request;
  }

  /** 403 unless the caller is this TAM or a manager. */
  void actsFor(String tam, String what) {
    if (!isManager && !id.equals(tam)) {
      throw Problem.forbidden("Only " + tam + " or a manager may " + what);
    }
  }

  static Problem unknown(Object id) {
    return Problem.notFound("swap request", id);
  }
}
