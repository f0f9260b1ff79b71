package io.meridian.runtime.refusal;

import io.meridian.runtime.problem.Problem;
import io.meridian.runtime.problem.Violation;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what the framework would let pass: unknown or repeated query parameters, NUL characters.
 */
class RequestChecks {

  @ServerRequestFilter
  public void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getPath().indexOf(0) >= 0) {
      throw Problem.notFound("path", "with a NUL character");
    }
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    var declared = DeclaredParameters.of(resource.getResourceMethod()).queries();
    for (Map.Entry<String, List<String>> one : given.entrySet()) {
      String pointer = "?" + one.getKey();
      DeclaredParameter parameter = declared.get(one.getKey());
      if (parameter == null) {
        violations.add(
            new Violation(pointer, "unknown-parameter", "is not a parameter of this request"));
      } else if (silentlyConverted(one.getValue(), parameter.type())) {
        violations.add(
            new Violation(pointer, "wrong-type", "must be " + TypeWords.of(parameter.type())));
      } else if (one.getValue().size() > 1 && !parameter.repeatable()) {
        violations.add(new Violation(pointer, "repeated", "may be given only once"));
      } else if (one.getValue().stream().anyMatch(v -> v.indexOf(0) >= 0)) {
        violations.add(new Violation(pointer, "nul", "must not hold a NUL character"));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  /** Empty text becomes null, and any text a boolean, without the framework's complaint. */
  private static boolean silentlyConverted(List<String> values, Class<?> type) {
    boolean lenient = type == boolean.class || type == Boolean.class;
    return values.stream()
        .anyMatch(value -> (lenient || value.isEmpty()) && !QueryValues.converts(value, type));
  }
}
