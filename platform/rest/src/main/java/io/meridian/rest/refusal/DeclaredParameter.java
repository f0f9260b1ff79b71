package io.meridian.rest.refusal;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * One thing that a resource method takes.
 *
 * @param source the part of the request it comes from
 * @param name its name there; for a body, the Java name
 * @param type its Java type; for a parameter that may be repeated, of one value
 * @param repeatable whether it may be given more than once
 */
record DeclaredParameter(Source source, String name, Class<?> type, boolean repeatable) {

  /** Parts of a request. A bean gathers parameters; a context is no input at all. */
  enum Source {
    QUERY,
    HEADER,
    PATH,
    BEAN,
    CONTEXT,
    BODY
  }

  private static final List<String> FRAMEWORK =
      List.of("jakarta.ws.rs.", "io.vertx.", "io.quarkus.", "org.jboss.resteasy.");

  /**
   * Reads the annotations of a method's parameter.
   *
   * @param pathNames the names in the method's path template; the framework binds parameters of
   *     these names without an annotation
   */
  static DeclaredParameter of(Parameter parameter, Set<String> pathNames) {
    Optional<DeclaredParameter> annotated =
        annotated(
            parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType());
    if (annotated.isPresent()) {
      return annotated.get();
    }
    Class<?> type = parameter.getType();
    Source source;
    if (pathNames.contains(parameter.getName())) {
      source = Source.PATH;
    } else if (fromFramework(type)
        || Stream.of(parameter.getAnnotations()).anyMatch(a -> fromFramework(a.annotationType()))) {
      source = fieldsOf(type).isEmpty() ? Source.CONTEXT : Source.BEAN;
    } else {
      source = fieldsOf(type).isEmpty() ? Source.BODY : Source.BEAN;
    }
    return new DeclaredParameter(source, parameter.getName(), type, false);
  }

  /** The parameters that a bean gathers. */
  static List<DeclaredParameter> fieldsOf(Class<?> bean) {
    return Stream.<Class<?>>iterate(bean, t -> t != null && t != Object.class, Class::getSuperclass)
        .flatMap(t -> Arrays.stream(t.getDeclaredFields()))
        .flatMap(DeclaredParameter::ofField)
        .toList();
  }

  private static Stream<DeclaredParameter> ofField(Field field) {
    return annotated(field, field.getName(), field.getType(), field.getGenericType()).stream();
  }

  private static Optional<DeclaredParameter> annotated(
      AnnotatedElement element, String javaName, Class<?> type, Type generic) {
    boolean many = Collection.class.isAssignableFrom(type) || type.isArray();
    Class<?> one = many ? valueOf(type, generic) : type;
    return Stream.of(
            name(element, QueryParam.class, QueryParam::value, Source.QUERY),
            name(element, RestQuery.class, RestQuery::value, Source.QUERY),
            name(element, HeaderParam.class, HeaderParam::value, Source.HEADER),
            name(element, RestHeader.class, RestHeader::value, Source.HEADER),
            name(element, PathParam.class, PathParam::value, Source.PATH),
            name(element, RestPath.class, RestPath::value, Source.PATH))
        .flatMap(Optional::stream)
        .map(f -> f.named(javaName, one, many))
        .findFirst();
  }

  /** What one value of a repeatable parameter is; a string when that cannot be told. */
  private static Class<?> valueOf(Class<?> many, Type generic) {
    if (many.isArray()) {
      return many.getComponentType();
    }
    return generic instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> one
        ? one
        : String.class;
  }

  private static <A extends Annotation> Optional<Found> name(
      AnnotatedElement element, Class<A> annotation, Function<A, String> value, Source source) {
    return Optional.ofNullable(element.getAnnotation(annotation))
        .map(a -> new Found(source, value.apply(a)));
  }

  private static boolean fromFramework(Class<?> type) {
    return FRAMEWORK.stream().anyMatch(type.getName()::startsWith);
  }

  private record Found(Source source, String name) {
    DeclaredParameter named(String javaName, Class<?> type, boolean many) {
      return new DeclaredParameter(source, name.isEmpty() ? javaName : name, type, many);
    }
  }
}
