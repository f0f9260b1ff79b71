package io.meridian.rest.refusal;

import io.meridian.rest.http.AnyQuery;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the framework would let pass in a query: unknown or repeated parameters, NUL
 * characters, text that silently becomes null or false. Also names the parameter that the framework
 * could not convert; it only says "not found".
 */
class QueryParameters {
  private static final List<String> FACTORIES = List.of("valueOf", "fromString", "parse", "of");

  @ServerRequestFilter
  public void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getPath().indexOf(0) >= 0) {
      throw Problem.notFound("path", "with a NUL character");
    }
    if (!uri.getQueryParameters().isEmpty() && !takesAny(resource)) {
      List<Violation> violations = violations(resource, uri, QueryParameters::fault);
      if (!violations.isEmpty()) {
        throw Problem.invalid(violations);
      }
    }
  }

  private static boolean takesAny(ResourceInfo resource) {
    return resource.getResourceMethod().getDeclaringClass().isAnnotationPresent(AnyQuery.class);
  }

  /** 400 for the query parameters that do not convert; empty if all do, so it was the path. */
  static Optional<Problem> unconverted(ResourceInfo resource, UriInfo uri) {
    List<Violation> violations =
        violations(
            resource,
            uri,
            (parameter, values) ->
                parameter != null && !convert(values, parameter.type())
                    ? wrongType(parameter)
                    : null);
    return violations.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(violations));
  }

  /** What is wrong with one parameter: code and detail. */
  private record Fault(String code, String detail) {}

  private static List<Violation> violations(
      ResourceInfo resource,
      UriInfo uri,
      BiFunction<@Nullable DeclaredParameter, List<String>, @Nullable Fault> find) {
    Map<String, DeclaredParameter> declared =
        DeclaredParameters.of(resource.getResourceMethod()).queries();
    List<Violation> violations = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              Fault fault = find.apply(declared.get(name), values);
              if (fault != null) {
                violations.add(new Violation("?" + name, fault.code(), fault.detail()));
              }
            });
    return violations;
  }

  private static @Nullable Fault fault(@Nullable DeclaredParameter parameter, List<String> values) {
    if (parameter == null) {
      return new Fault("unknown-parameter", "is not a parameter of this request");
    } else if (values.size() > 1 && !parameter.repeatable()) {
      return new Fault("repeated", "may be given only once");
    } else if (values.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
      return new Fault("nul", "must not hold a NUL character");
    } else if (parameter.type() == Instant.class && values.stream().anyMatch(WireTime::isBeyond)) {
      return new Fault("out-of-range", "must be in the years 1 to 9999");
    }
    return becomesAnother(values, parameter.type()) ? wrongType(parameter) : null;
  }

  private static Fault wrongType(DeclaredParameter parameter) {
    return new Fault("wrong-type", "must be " + TypeWords.of(parameter.type()));
  }

  /** The framework reads empty text as null, and as a boolean any text. */
  private static boolean becomesAnother(List<String> values, Class<?> type) {
    boolean lenient = type == boolean.class || type == Boolean.class;
    return (lenient || values.contains("")) && !convert(values, type);
  }

  private static boolean convert(List<String> values, Class<?> type) {
    return values.stream().allMatch(value -> converts(value, type));
  }

  private static boolean converts(String text, Class<?> type) {
    if (type == String.class) {
      return true;
    } else if (type == boolean.class || type == Boolean.class) {
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    } else if (type == Instant.class) {
      return WireTime.read(text).isPresent();
    }
    return factory(MethodType.methodType(type).wrap().returnType())
        .map(factory -> runs(factory, text))
        .orElse(true);
  }

  private static Optional<Method> factory(Class<?> type) {
    return FACTORIES.stream()
        .flatMap(name -> Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(name)))
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getParameterCount() == 1)
        .filter(m -> m.getParameterTypes()[0].isAssignableFrom(String.class))
        .findFirst();
  }

  private static boolean runs(Method factory, String text) {
    try {
      factory.invoke(null, text);
      return true;
    } catch (InvocationTargetException | IllegalAccessException e) {
      return false;
    }
  }
}
