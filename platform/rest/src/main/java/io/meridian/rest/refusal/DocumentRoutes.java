package io.meridian.rest.refusal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** The description of the interface is for people who are signed in, whatever their role. */
@ApplicationScoped
class DocumentRoutes {
  private static final String DOCUMENT = "/q/openapi*";

  /** After the framework has looked for a token (-200), before the document itself. */
  private static final int ORDER = -50;

  void install(@Observes Router router) {
    router.route(DOCUMENT).order(ORDER).handler(this::signedIn);
  }

  private void signedIn(RoutingContext exchange) {
    QuarkusHttpUser.getSecurityIdentity(exchange, null)
        .subscribe()
        .with(
            (@Nullable SecurityIdentity identity) -> {
              if (identity == null || identity.isAnonymous()) {
                exchange.fail(401, new AuthenticationFailedException());
              } else {
                exchange.next();
              }
            },
            failure -> exchange.fail(401, new AuthenticationFailedException(failure)));
  }
}
