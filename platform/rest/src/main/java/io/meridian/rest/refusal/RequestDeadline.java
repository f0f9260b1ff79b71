package io.meridian.rest.refusal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a sender may take for a whole request, however busy it keeps the connection meanwhile.
 */
@ApplicationScoped
class RequestDeadline {
  private final Duration most;

  RequestDeadline(
      @ConfigProperty(name = "meridian.http.deadline", defaultValue = "30S") Duration most) {
    this.most = most;
  }

  /** Runs {@code late} unless the request is complete, or answered, in time. */
  void watch(RoutingContext exchange, Runnable late) {
    HttpServerRequest request = exchange.request();
    if (!announcesBody(request) || request.isEnded()) {
      return;
    }
    long timer =
        exchange
            .vertx()
            .setTimer(
                most.toMillis(),
                due -> {
                  if (!request.isEnded() && !exchange.response().ended()) {
                    late.run();
                  }
                });
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
  }

  private static boolean announcesBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && !length.equals("0")
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }
}
