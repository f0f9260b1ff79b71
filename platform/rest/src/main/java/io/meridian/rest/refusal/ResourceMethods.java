package io.meridian.rest.refusal;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of all resources by the paths they answer, as the framework does not tell them. */
@ApplicationScoped
class ResourceMethods {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*([^}]+))?\\}");

  private volatile @Nullable List<Offer> offers;

  /** One method of a resource: what it is asked with, and where. */
  record Offer(Pattern path, String verb, Method method) {}

  /**
   * The value of {@code Allow} for this path: HTTP asks for it, the framework has none. As the
   * framework answers {@code HEAD} wherever it answers {@code GET}, and {@code OPTIONS} everywhere.
   */
  String allowed(String path) {
    return at(path)
        .flatMap(
            offer ->
                offer.verb().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(offer.verb()))
        .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of("OPTIONS"))))
        .stream()
        .collect(Collectors.joining(", "));
  }

  /** Whether this path is answered, if not with this verb. */
  boolean offersOthers(String path, String verb) {
    String allowed = allowed(path);
    return at(path).findAny().isPresent() && !Arrays.asList(allowed.split(", ")).contains(verb);
  }

  /** Those that answer this path. */
  Stream<Offer> at(String path) {
    return all().stream().filter(offer -> offer.path().matcher(path).matches());
  }

  /** All there are. */
  List<Offer> all() {
    List<Offer> known = offers;
    if (known == null) {
      known = read();
      offers = known;
    }
    return known;
  }

  private static List<Offer> read() {
    return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> methods(type).flatMap(method -> offers(type, method)))
        .toList();
  }

  /** Its own, and those of the classes that it extends. */
  private static Stream<Method> methods(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
        .flatMap(t -> Arrays.stream(t.getDeclaredMethods()));
  }

  private static Stream<Offer> offers(Class<?> type, Method method) {
    Path below = method.getAnnotation(Path.class);
    String path = type.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
        .map(annotation -> annotation.getAnnotation(HttpMethod.class).value())
        .map(verb -> new Offer(pattern(path), verb, method));
  }

  private static Pattern pattern(String template) {
    String path =
        VARIABLE.matcher(template).replaceAll(v -> v.group(1) == null ? "[^/]+" : v.group(1));
    return Pattern.compile("/?" + path.replaceFirst("^/", "") + "/?");
  }
}
