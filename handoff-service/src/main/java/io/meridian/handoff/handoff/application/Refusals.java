package io.meridian.handoff.handoff.application;

import io.meridian.handoff.handoff.domain.Decision.Refusal;
import io.meridian.rest.problem.Problem;

/** A handoff's refusals as problems. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case FINISHED -> Problem.conflict("handoff-finished", refusal.detail());
      case NOT_OFFERED -> Problem.conflict("handoff-not-offered", refusal.detail());
      case LAST_IN_LINE -> Problem.conflict("lead-cannot-decline", refusal.detail());
      case NOT_ON_DUTY -> Problem.invalid("/tam", "not-on-duty", refusal.detail());
      case NOT_YOURS, NOT_THE_LEAD -> Problem.forbidden(refusal.detail());
      case ONE_BY_ONE -> Problem.invalid("/id", "one-by-one", refusal.detail());
      case READ_BACK_MISSING -> Problem.invalid("/readBack", "required", refusal.detail());
      case READ_BACK_SHORT -> Problem.invalid("/readBack", "too-short", refusal.detail());
      case READ_BACK_IS_TITLE -> Problem.invalid("/readBack", "title", refusal.detail());
    };
  }
}
