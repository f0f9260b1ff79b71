package io.meridian.audit.act;

import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Caller;
import io.meridian.runtime.trace.Trace;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says who does what with each request, before its resource is asked: the one place. */
class ActFilter {
  /** Who comes without a token: by a signature, until it is checked, or by a secret path. */
  private static final Actor UNKNOWN = Actor.system("unknown");

  private final Caller caller;

  ActFilter(Caller caller) {
    this.caller = caller;
  }

  @ServerRequestFilter
  public void enter(ContainerRequestContext request, ResourceInfo resource) {
    Actor actor =
        ResourceMethods.needsNoToken(resource.getResourceMethod()) ? UNKNOWN : caller.actor();
    String operation = ResourceMethods.operation(request.getMethod(), resource);
    new Act(actor, operation, null, Trace.current().orElse(null)).enter();
  }
}
