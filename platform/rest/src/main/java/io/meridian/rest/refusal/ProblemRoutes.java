package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import io.meridian.runtime.trace.Trace;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
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
  private final RequestDeadline deadline;

  ProblemRoutes(
      ObjectMapper json, BodyLimits bodies, Admission admission, RequestDeadline deadline) {
    this.json = json;
    this.bodies = bodies;
    this.admission = admission;
    this.deadline = deadline;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::begin).failureHandler(this::fail);
    router.route().order(FIRST + 1).handler(this::gathered);
    router.errorHandler(400, this::unroutable);
  }

  private void begin(RoutingContext exchange) {
    traceOf(exchange).enter();
    BrowserHeaders.addTo(exchange.request());
    Optional<Problem> fault = RequestHead.fault(exchange.request());
    if (fault.isPresent()) {
      if (RequestHead.hasTwoLengths(exchange.request())) {
        closeOnceAnswered(exchange);
      }
      answer(exchange, fault.get());
      return;
    }
    if (!admission.admits(exchange)) {
      answer(exchange, Problem.unavailable(RETRY_AFTER));
      return;
    }
    deadline.watch(exchange, () -> tooSlow(exchange));
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

  /**
   * A chunked body without a chunk has been gathered as none at all, and whoever reads the body
   * would wait for an end that has been.
   */
  private void gathered(RoutingContext exchange) {
    boolean chunked = exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (chunked && exchange.body().buffer() == null) {
      ((RoutingContextInternal) exchange).setBody(Buffer.buffer());
    }
    exchange.next();
  }

  /** What the router refuses by itself comes to no route, so not to the failure handler either. */
  private void unroutable(RoutingContext exchange) {
    BrowserHeaders.addTo(exchange.request());
    RequestHead.fault(exchange.request())
        .ifPresentOrElse(fault -> answer(exchange, fault), () -> fail(exchange));
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
    Trace trace = Trace.current().orElseGet(() -> traceOf(exchange));
    try {
      response.end(json.writeValueAsString(ProblemBody.of(problem, path(exchange), trace)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }

  /** The rest of the body may come yet, so the connection is of no further use. */
  private void tooSlow(RoutingContext exchange) {
    closeOnceAnswered(exchange);
    answer(exchange, Refusals.ofStatus(408));
  }

  /** What follows on the connection may be part of this request or another one. */
  private static void closeOnceAnswered(RoutingContext exchange) {
    exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
    exchange.addEndHandler(ended -> exchange.request().connection().close());
  }

  private static Trace traceOf(RoutingContext exchange) {
    return Trace.continueFrom(exchange.request().getHeader("traceparent"));
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
