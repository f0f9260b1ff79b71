package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;

/** Who wants to do something with a swap request. */
public record SwapCaller(Actor actor) {

  String id() {
    return actor.id();
  }

  /** Whether they may see all of them. */
  boolean seesAll() {
    return isManager() || actor.has(Roles.AUDITOR);
  }

  private boolean isManager() {
    return actor.has(Roles.MANAGER);
  }

  /** 404 for a request that is not the caller's business. */
  SwapRequest sees(SwapRequest request) {
    if (!seesAll() && !request.concerns(id())) {
      throw unknown(request.id());
    }
    return request;
  }

  /** 403 unless the caller is this TAM or a manager. */
  void actsFor(String tam, String what) {
    if (!isManager() && !id().equals(tam)) {
      throw Problem.forbidden("Only " + tam + " or a manager may " + what);
    }
  }

  static Problem unknown(Object id) {
    return Problem.notFound("swap request", id);
  }
}
