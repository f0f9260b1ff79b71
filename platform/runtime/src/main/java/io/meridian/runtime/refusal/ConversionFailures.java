package io.meridian.runtime.refusal;

import io.meridian.runtime.problem.Problem;
import io.meridian.runtime.problem.Violation;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the query parameter that the framework could not convert; it only says "not found". */
final class ConversionFailures {
  private ConversionFailures() {}

  /** 400 for the query parameters that do not convert; empty if all do, so it was the path. */
  static Optional<Problem> find(ResourceInfo resource, UriInfo uri) {
    var declared = DeclaredParameters.of(resource.getResourceMethod()).queries();
    List<Violation> violations = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              DeclaredParameter parameter = declared.get(name);
              if (parameter != null && !converts(values, parameter.type())) {
                violations.add(
                    new Violation(
                        "?" + name, "wrong-type", "must be " + TypeWords.of(parameter.type())));
              }
            });
    return violations.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(violations));
  }

  private static boolean converts(List<String> values, Class<?> type) {
    return values.stream().allMatch(value -> QueryValues.converts(value, type));
  }
}
