package io.meridian.rest.refusal;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many requests are in hand at once: the queue before the database stays short, and who
 * comes too many is told at once. Health and figures are always answered; streams do not count, for
 * they wait without working.
 */
@ApplicationScoped
class Admission {
  private static final String COUNTED_BELOW = "/api/";

  private final AtomicInteger inHand = new AtomicInteger();
  private final ResourceMethods methods;
  private final int most;

  Admission(
      ResourceMethods methods,
      @ConfigProperty(name = "meridian.http.requests-max", defaultValue = "1000") int most) {
    this.methods = methods;
    this.most = most;
  }

  /** Whether the request may go on; one that may counts until it is answered. */
  boolean admits(RoutingContext exchange) {
    String path = exchange.request().path();
    if (path == null || !path.startsWith(COUNTED_BELOW) || isStream(path)) {
      return true;
    }
    if (inHand.incrementAndGet() > most) {
      inHand.decrementAndGet();
      return false;
    }
    exchange.addEndHandler(ended -> inHand.decrementAndGet());
    return true;
  }

  private boolean isStream(String path) {
    return methods.streams().stream().anyMatch(offer -> offer.path().matcher(path).matches());
  }
}
