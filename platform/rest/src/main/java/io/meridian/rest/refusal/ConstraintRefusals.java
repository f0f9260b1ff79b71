package io.meridian.rest.refusal;

import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Broken constraints as violations with pointers into the request. */
final class ConstraintRefusals {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Map<String, String> CODES =
      Map.of("NotNull", "required", "NotBlank", "required", "NotEmpty", "required");

  private ConstraintRefusals() {}

  /**
   * Empty if the fault is ours: what we return breaks a constraint, or not a request was checked.
   */
  static Optional<Problem> of(Set<ConstraintViolation<?>> broken) {
    List<Violation> violations = new ArrayList<>();
    for (ConstraintViolation<?> one : broken) {
      Iterator<Path.Node> path = one.getPropertyPath().iterator();
      Path.Node method = path.next();
      if (method.getKind() != ElementKind.METHOD || !path.hasNext()) {
        return Optional.empty();
      }
      Path.Node parameter = path.next();
      if (parameter.getKind() != ElementKind.PARAMETER) {
        return Optional.empty();
      }
      violations.add(violation(one, method.as(Path.MethodNode.class), parameter, path));
    }
    if (violations.stream().anyMatch(v -> v.pointer().startsWith("path:"))) {
      return Optional.of(Problem.of(404, "not-found", "There is nothing at this path"));
    }
    violations.sort(
        java.util.Comparator.comparing(Violation::pointer).thenComparing(Violation::code));
    return Optional.of(Problem.invalid(violations));
  }

  private static Violation violation(
      ConstraintViolation<?> broken,
      Path.MethodNode method,
      Path.Node parameter,
      Iterator<Path.Node> path) {
    int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
    StringBuilder inside = new StringBuilder();
    path.forEachRemaining(node -> append(inside, node));
    String pointer =
        DeclaredParameters.of(
                broken.getRootBeanClass(), method.getName(), method.getParameterTypes())
            .pointer(index, inside.toString());
    return new Violation(pointer, code(broken), broken.getMessage());
  }

  private static void append(StringBuilder pointer, Path.Node node) {
    if (node.getIndex() != null) {
      pointer.append('/').append(node.getIndex());
    } else if (node.getKey() != null) {
      pointer.append(JsonRefusals.token(node.getKey().toString()));
    }
    if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
      pointer.append(JsonRefusals.token(node.getName()));
    }
  }

  private static String code(ConstraintViolation<?> broken) {
    String name = broken.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return CODES.getOrDefault(name, CAMEL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT));
  }
}
