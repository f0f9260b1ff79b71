package io.meridian.rest.refusal;

import io.quarkus.arc.Arc;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of all resources by the paths they answer, as the framework does not tell them. */
@ApplicationScoped
public class ResourceMethods {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*([^}]+))?\\}");

  private static final Pattern NAMED = Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*[^}]+)?\\}");

  private static final Map<Class<?>, Map<String, String>> TEMPLATES = new ConcurrentHashMap<>();

  private volatile @Nullable List<Offer> offers;
  private volatile @Nullable List<Offer> streams;

  /**
   * One method of a resource: what it is asked with, and where.
   *
   * @param template the path with the names of its variables, e.g. {@code /api/v1/things/{id}}
   */
  record Offer(Pattern path, String template, String verb, Method method) {}

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

  /** Those whose answers are streams, which the resource alone decides. */
  List<Offer> streams() {
    List<Offer> known = streams;
    if (known == null) {
      known = all().stream().filter(offer -> isStream(offer.method())).toList();
      streams = known;
    }
    return known;
  }

  /** Whether a resource method answers with a stream of events. */
  public static boolean isStream(Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    return produces != null
        && Arrays.asList(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
  }

  /** Whether whoever comes needs no token, so that none is looked at. */
  public static boolean needsNoToken(Method method) {
    return method.isAnnotationPresent(PermitAll.class)
        || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }

  /**
   * What a request asks for, named as documents name it: {@code PUT /api/v1/things/{id}}.
   *
   * @param verb of the request; who asks with HEAD asks for what GET answers
   */
  public static String operation(String verb, ResourceInfo resource) {
    return (verb.equals("HEAD") ? "GET" : verb)
        + " "
        + TEMPLATES
            .computeIfAbsent(resource.getResourceClass(), type -> new ConcurrentHashMap<>())
            .computeIfAbsent(
                resource.getResourceMethod().toString(),
                name ->
                    template(pathOf(resource.getResourceClass()), resource.getResourceMethod()));
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
        .map(verb -> new Offer(pattern(path), template(path), verb, method));
  }

  private static String template(String above, Method method) {
    Path below = method.getAnnotation(Path.class);
    return template(
        below == null || below.value().equals("/") ? above : above + "/" + below.value());
  }

  private static String pathOf(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
        .filter(t -> t.isAnnotationPresent(Path.class))
        .map(t -> t.getAnnotation(Path.class).value())
        .findFirst()
        .orElse("");
  }

  private static String template(String path) {
    return NAMED.matcher("/" + path).replaceAll("{$1}").replaceAll("/+", "/");
  }

  private static Pattern pattern(String template) {
    String path =
        VARIABLE.matcher(template).replaceAll(v -> v.group(1) == null ? "[^/]+" : v.group(1));
    return Pattern.compile("/?" + path.replaceFirst("^/", "") + "/?");
  }
}
