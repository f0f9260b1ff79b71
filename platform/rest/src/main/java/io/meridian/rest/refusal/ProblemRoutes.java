package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.runtime.trace.Trace;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Before and beside the resources: starts the trace, refuses what is too much or too long, answers
 * other failures.
 */
@ApplicationScoped
class ProblemRoutes {
  private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);
  private static final int FIRST = -1_000_000;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ObjectMapper json;
  private final BodyLimits bodies;
  private final Admission admission;

  ProblemRoutes(ObjectMapper json, BodyLimits bodies, Admission admission) {
    this.json = json;
    this.bodies = bodies;
    this.admission = admission;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::begin).failureHandler(this::fail);
    router.errorHandler(400, this::unroutable);
  }

  private void begin(RoutingContext exchange) {
    Trace.continueFrom(exchange.request().getHeader("traceparent")).enter();
    if (UndecodablePaths.has(exchange.request())) {
      answer(exchange, Refusals.ofStatus(400));
      return;
    }
    if (!admission.admits(exchange)) {
      answer(exchange, Problem.unavailable(RETRY_AFTER));
      return;
    }
    boolean chunked = exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    long length = chunked ? -1 : declaredLength(exchange);
    long most = bodies.of(exchange.request(), length);
    if (length > most) {
      exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
      answer(exchange, Problem.tooLarge(most));
    } else if (chunked) {
      bodies.gatherer(most).handle(exchange);
    } else {
      exchange.next();
    }
  }

  /** A path that cannot be decoded: it comes to no route, so not to the failure handler either. */
  private void unroutable(RoutingContext exchange) {
    Trace.continueFrom(exchange.request().getHeader("traceparent")).enter();
    fail(exchange);
  }

  private void fail(RoutingContext exchange) {
    int status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
    Throwable failure = exchange.failure();
    if (failure == null) {
      answer(exchange, Refusals.ofStatus(status));
      return;
    }
    Problem problem = Refusals.of(failure).orElseGet(() -> Refusals.ofStatus(status));
    if (problem.status() >= 500) {
      LOG.errorf(failure, "%s failed", exchange.request().path());
    }
    answer(exchange, problem);
  }

  private void answer(RoutingContext exchange, Problem problem) {
    HttpServerResponse response = exchange.response();
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response.setStatusCode(problem.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
    problem.headers().forEach(response::putHeader);
    try {
      response.end(json.writeValueAsString(ProblemBody.of(problem, path(exchange))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }

  /** The path asked for; as it came, when it cannot be decoded. */
  private static String path(RoutingContext exchange) {
    try {
      return exchange.normalizedPath();
    } catch (IllegalArgumentException e) {
      return String.valueOf(exchange.request().path());
    }
  }

  private static long declaredLength(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
