package io.meridian.roster;

import io.meridian.rest.problem.Problem;
import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The role of a TAM holds while the roster has its bearer: who is ONBOARDING reads and notes, who
 * left or never was there does nothing. Who may do it in another role besides does it in that one
 * alone.
 */
class RosterFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Standings standings;
  private final StreamPatrol patrol;
  private final Caller caller;
  private final Map<Method, Set<String>> roles = new ConcurrentHashMap<>();

  RosterFilter(Standings standings, StreamPatrol patrol, Caller caller) {
    this.standings = standings;
    this.patrol = patrol;
    this.caller = caller;
  }

  @ServerRequestFilter
  public Uni<Response> check(
      ContainerRequestContext request, ResourceInfo resource, RoutingContext exchange) {
    Method method = resource.getResourceMethod();
    Set<String> allowed =
        roles.computeIfAbsent(method, m -> allowed(m, resource.getResourceClass()));
    if (!allowed.contains(Roles.TAM) || !caller.is(Role.TAM)) {
      return Uni.createFrom().nullItem();
    }
    boolean reads = READS.contains(request.getMethod());
    boolean open = reads || method.isAnnotationPresent(OpenToOnboarding.class);
    if (caller.isAnotherOf(allowed)) {
      return standings
          .of(caller.id())
          .invoke(standing -> objection(standing, open).ifPresent(why -> caller.isNoTam()))
          .replaceWith(() -> null);
    }
    return standings
        .of(caller.id())
        .invoke(standing -> objection(standing, open).ifPresent(this::refuse))
        .invoke(standing -> caller.isOf(standing.region()))
        .invoke(() -> watch(method, exchange))
        .replaceWith(() -> null);
  }

  /** A stream outlives the moment in which it was let in. */
  private void watch(Method method, RoutingContext exchange) {
    if (ResourceMethods.isStream(method)) {
      String subject = caller.id();
      patrol.watch(exchange, () -> standings.of(subject).map(Standing::isThere));
    }
  }

  /** What the roster has against it that they do this as a TAM. */
  private static Optional<String> objection(Standing standing, boolean open) {
    return switch (standing.status()) {
      case ACTIVE -> Optional.empty();
      case ONBOARDING ->
          open
              ? Optional.empty()
              : Optional.of("is ONBOARDING: they read, and note; once ACTIVE they may do this");
      case INACTIVE ->
          Optional.of("is INACTIVE on the roster; a manager can make them ACTIVE again");
      case UNKNOWN -> Optional.of("is on no roster; a manager can add them to the calendar");
    };
  }

  private void refuse(String why) {
    throw Problem.forbidden(caller.id() + " " + why);
  }

  private static Set<String> allowed(Method method, Class<?> type) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    RolesAllowed rule = own == null ? type.getAnnotation(RolesAllowed.class) : own;
    return rule == null ? Set.of() : Set.of(rule.value());
  }
}
