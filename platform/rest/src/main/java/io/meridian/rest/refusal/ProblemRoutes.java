package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.runtime.trace.Trace;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Before and beside the resources: starts the trace, refuses long bodies, answers other failures.
 */
@ApplicationScoped
class ProblemRoutes {
  private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);
  private static final int FIRST = -1_000_000;

  private final ObjectMapper json;
  private final long bodyBytesMax;
  private final BodyHandler unknownLength;

  ProblemRoutes(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodySizeMax) {
    this.json = json;
    this.unknownLength = BodyHandler.create(false).setBodyLimit(bodySizeMax.asLongValue());
    this.bodyBytesMax = bodySizeMax.asLongValue();
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::begin).failureHandler(this::fail);
  }

  private void begin(RoutingContext exchange) {
    Trace.continueFrom(exchange.request().getHeader("traceparent")).enter();
    if (declaredLength(exchange) > bodyBytesMax) {
      exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
      answer(exchange, Problem.tooLarge(bodyBytesMax));
    } else if (exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      unknownLength.handle(exchange);
    } else {
      exchange.next();
    }
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
      response.end(json.writeValueAsString(ProblemBody.of(problem, exchange.normalizedPath())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
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
