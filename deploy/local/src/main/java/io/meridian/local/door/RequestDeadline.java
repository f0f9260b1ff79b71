package io.meridian.local.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * How long a caller may take for a whole request, however busy it keeps the connection meanwhile.
 *
 * @param most longer than that is answered 408, and the connection closed
 */
record RequestDeadline(Vertx vertx, Duration most) {

  /** From the head of a request on; 408 when it has not come to its end in time. */
  void watch(HttpServerRequest request) {
    long timer = vertx.setTimer(most.toMillis(), due -> refuse(request));
    request.response().endHandler(ended -> vertx.cancelTimer(timer));
    request.response().closeHandler(closed -> vertx.cancelTimer(timer));
  }

  private static void refuse(HttpServerRequest request) {
    if (request.isEnded() || request.response().closed()) {
      return;
    }
    if (request.response().headWritten()) {
      request.response().reset();
      return;
    }
    new DoorProblem(
            408, "request-timeout", "Request Timeout", "The whole request did not come in time")
        .sendTo(request.response(), String.valueOf(request.path()))
        .onComplete(sent -> request.connection().close());
  }
}
