package io.meridian.roster.token;

import io.meridian.rest.problem.Problem;
import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Caller.Program;
import io.meridian.rest.security.Role;
import io.meridian.roster.StreamPatrol;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An API token is good for the operations that it names, and a stream ends with it. */
class ScopeFilter {
  private final ApiTokens tokens;
  private final StreamPatrol patrol;
  private final Caller caller;
  private final SecurityIdentity identity;

  ScopeFilter(ApiTokens tokens, StreamPatrol patrol, Caller caller, SecurityIdentity identity) {
    this.tokens = tokens;
    this.patrol = patrol;
    this.caller = caller;
    this.identity = identity;
  }

  @ServerRequestFilter
  public void check(
      ContainerRequestContext request, ResourceInfo resource, RoutingContext exchange) {
    Method method = resource.getResourceMethod();
    if (ResourceMethods.needsNoToken(method)) {
      return;
    }
    String operation = ResourceMethods.operation(request.getMethod(), resource);
    Optional<Program> program = caller.program();
    if (program.isPresent()) {
      require(program.get(), operation);
    } else if (method.isAnnotationPresent(ByScope.class) && caller.isOnly(Role.INTEGRATION)) {
      throw Problem.forbidden("An integration needs an API token for " + operation);
    }
    ApiSecret secret = identity.getCredential(ApiSecret.class);
    if (secret != null && ResourceMethods.isStream(method)) {
      patrol.watch(exchange, () -> tokens.admits(secret));
    }
  }

  private static void require(Program program, String operation) {
    if (!program.operations().contains(operation)) {
      throw Problem.forbidden(
          "This API token is for "
              + String.join(", ", new TreeSet<>(program.operations()))
              + ", and not for "
              + operation);
    }
  }
}
