package io.meridian.customer.customer.application;

import io.meridian.customer.customer.domain.Decision;
import io.meridian.customer.customer.domain.Refusal;
import io.meridian.customer.customer.store.CustomerRepository.Taken;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals of the domain and of the store as problems. */
final class Answers {
  private Answers() {}

  static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused(List<Refusal> refusals) ->
          throw Problem.unprocessable(refusals.stream().map(Answers::violation).toList());
    };
  }

  static void refuseTaken(List<Taken> taken) {
    if (!taken.isEmpty()) {
      throw Problem.conflict(
          "external-ref-taken",
          taken.stream()
              .map(
                  t ->
                      "%s %s is customer %s (%s)"
                          .formatted(t.system(), t.id(), t.ownerName(), t.ownerId()))
              .collect(Collectors.joining("; ")));
    }
  }

  private static Violation violation(Refusal refusal) {
    return new Violation(
        refusal.pointer(),
        refusal.objection().code(),
        refusal.tam() + " " + refusal.objection().words());
  }
}
