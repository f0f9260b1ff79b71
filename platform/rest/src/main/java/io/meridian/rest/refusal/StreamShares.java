package io.meridian.rest.refusal;

import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.runtime.clock.RealTime;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A stream is held by somebody, and not for ever: each subject may listen to so many at once at
 * this replica (429 beyond), and each ends with the token that it was opened with.
 */
@Singleton
class StreamShares {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Map<String, Integer> held = new ConcurrentHashMap<>();
  private final Clock realTime = RealTime.clock();
  private final Caller caller;
  private final int most;

  StreamShares(
      Caller caller,
      @ConfigProperty(name = "meridian.http.streams-per-subject-max", defaultValue = "5")
          int most) {
    this.caller = caller;
    this.most = most;
  }

  @ServerRequestFilter
  public void check(
      ContainerRequestContext request, ResourceInfo resource, RoutingContext exchange) {
    if (!request.getMethod().equals("GET")
        || !ResourceMethods.isStream(resource.getResourceMethod())) {
      return;
    }
    String subject = caller.id();
    if (held.merge(subject, 1, Integer::sum) > most) {
      release(subject);
      throw Problem.tooManyRequests(RETRY_AFTER);
    }
    exchange.addEndHandler(ended -> release(subject));
    caller.expiresAt().ifPresent(end -> endAt(end, exchange));
  }

  private void release(String subject) {
    held.computeIfPresent(subject, (who, count) -> count > 1 ? count - 1 : null);
  }

  private void endAt(Instant end, RoutingContext exchange) {
    long left = Math.max(1, Duration.between(realTime.instant(), end).toMillis());
    long timer = exchange.vertx().setTimer(left, due -> exchange.response().reset());
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
  }
}
