package io.meridian.rest.refusal;

import io.meridian.rest.refusal.DeclaredParameter.Source;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a resource method declares to take, read once from its signature. */
final class DeclaredParameters {
  private static final Map<Method, DeclaredParameters> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern PATH_NAME = Pattern.compile("\\{\\s*(\\w+)");

  private final List<DeclaredParameter> parameters;
  private final Map<String, DeclaredParameter> queries;
  private final boolean bodyRequired;

  private DeclaredParameters(Method method) {
    Set<String> pathNames = new HashSet<>(pathNames(method));
    pathNames.addAll(pathNames(method.getDeclaringClass()));
    this.parameters =
        Arrays.stream(method.getParameters()).map(p -> DeclaredParameter.of(p, pathNames)).toList();
    this.queries =
        parameters.stream()
            .flatMap(p -> p.source() == Source.BEAN ? inside(p) : Stream.of(p))
            .filter(p -> p.source() == Source.QUERY)
            .collect(Collectors.toUnmodifiableMap(DeclaredParameter::name, p -> p));
    this.bodyRequired =
        Stream.iterate(0, i -> i < parameters.size(), i -> i + 1)
            .filter(i -> parameters.get(i).source() == Source.BODY)
            .anyMatch(i -> !isNullable(method.getParameters()[i]));
  }

  static DeclaredParameters of(Method method) {
    return KNOWN.computeIfAbsent(method, DeclaredParameters::new);
  }

  /** Those of the method with this name and these parameter types, in the class or above it. */
  static DeclaredParameters of(Class<?> type, String name, List<Class<?>> parameterTypes) {
    Class<?>[] types = parameterTypes.toArray(Class<?>[]::new);
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (!owner.getName().contains("_Subclass")
            && method.getName().equals(name)
            && Arrays.equals(method.getParameterTypes(), types)) {
          return of(method);
        }
      }
    }
    throw new IllegalArgumentException("no method " + name);
  }

  /** The query parameters by name. */
  Map<String, DeclaredParameter> queries() {
    return queries;
  }

  /** Whether the method takes a body and cannot do without: it is not marked nullable. */
  boolean bodyRequired() {
    return bodyRequired;
  }

  /**
   * Where in the request a value lies.
   *
   * @param index of the method's parameter
   * @param inside RFC 6901 pointer into that parameter
   * @return {@code ?name}, {@code header:Name}, {@code path:name}, or a pointer into the body
   */
  String pointer(int index, String inside) {
    DeclaredParameter parameter = parameters.get(index);
    return switch (parameter.source()) {
      case QUERY -> "?" + parameter.name();
      case HEADER -> "header:" + parameter.name();
      case PATH -> "path:" + parameter.name();
      case BEAN -> "?" + inside.substring(inside.lastIndexOf('/') + 1);
      case CONTEXT, BODY -> inside;
    };
  }

  private static Stream<DeclaredParameter> inside(DeclaredParameter bean) {
    return DeclaredParameter.fieldsOf(bean.type()).stream();
  }

  private static boolean isNullable(Parameter parameter) {
    return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Set<String> pathNames(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null
        ? Set.of()
        : PATH_NAME
            .matcher(path.value())
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.toSet());
  }
}
