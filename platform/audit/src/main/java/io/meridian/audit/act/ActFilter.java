package io.meridian.audit.act;

import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Caller;
import io.meridian.runtime.trace.Trace;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Says who does what with each request, before its resource is asked: the one place. */
class ActFilter {
  /** Who comes without a token: by a signature, until it is checked, or by a secret path. */
  private static final Actor UNKNOWN = Actor.system("unknown");

  /** The name of a variable, and perhaps what it matches. */
  private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::[^}]*)?}");

  private static final Map<Class<?>, Map<String, String>> TEMPLATES = new ConcurrentHashMap<>();

  private final Caller caller;

  ActFilter(Caller caller) {
    this.caller = caller;
  }

  @ServerRequestFilter
  public void enter(ContainerRequestContext request, ResourceInfo resource) {
    Actor actor =
        ResourceMethods.needsNoToken(resource.getResourceMethod()) ? UNKNOWN : caller.actor();
    String operation = request.getMethod() + " " + template(resource);
    new Act(actor, operation, null, Trace.current().orElse(null)).enter();
  }

  private static String template(ResourceInfo resource) {
    var method = resource.getResourceMethod();
    return TEMPLATES
        .computeIfAbsent(resource.getResourceClass(), type -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            method.toString(),
            name -> path(pathOf(resource.getResourceClass()), method.getAnnotation(Path.class)));
  }

  private static String path(@Nullable Path above, @Nullable Path below) {
    String path =
        (above == null ? "" : above.value())
            + (below == null || below.value().equals("/") ? "" : "/" + below.value());
    return VARIABLE.matcher("/" + path).replaceAll("{$1}").replaceAll("/+", "/");
  }

  private static @Nullable Path pathOf(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Path path = at.getAnnotation(Path.class);
      if (path != null) {
        return path;
      }
    }
    return null;
  }
}
