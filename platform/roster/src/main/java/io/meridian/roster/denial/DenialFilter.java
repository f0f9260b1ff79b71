package io.meridian.roster.denial;

import io.meridian.events.DenialState;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Caller;
import io.meridian.roster.StreamPatrol;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Asks of every request with a token whether its bearer, or the token, is denied. */
class DenialFilter {
  private final Denials denials;
  private final StreamPatrol patrol;
  private final Caller caller;

  DenialFilter(Denials denials, StreamPatrol patrol, Caller caller) {
    this.denials = denials;
    this.patrol = patrol;
    this.caller = caller;
  }

  @ServerRequestFilter
  public Uni<Response> check(ResourceInfo resource, RoutingContext exchange) {
    if (ResourceMethods.needsNoToken(resource.getResourceMethod()) || !caller.hasSignedIn()) {
      return Uni.createFrom().nullItem();
    }
    String subject = caller.id();
    String token = caller.tokenId().orElse(null);
    return denials
        .against(subject, token)
        .invoke(found -> found.ifPresent(DenialFilter::refuse))
        .invoke(
            () -> {
              if (ResourceMethods.isStream(resource.getResourceMethod())) {
                patrol.watch(exchange, () -> isLetIn(subject, token));
              }
            })
        .replaceWith(() -> null);
  }

  private Uni<Boolean> isLetIn(String subject, @Nullable String token) {
    return denials.against(subject, token).map(Optional::isEmpty);
  }

  private static void refuse(DenialState denial) {
    String until = denial.until() == null ? "" : " until " + denial.until();
    String end = ": " + denial.reason() + ". An administrator can lift it";
    throw denial.subject() == null
        ? Problem.unauthorized("This token is denied" + until + end)
        : Problem.forbidden(denial.subject() + " is denied" + until + end);
  }
}
