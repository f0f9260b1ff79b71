package io.meridian.local.door;

import io.meridian.local.stack.Part;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Passes a request on under its path at the service, once its body is complete, with the host that
 * the caller named, so that what the service says of its addresses leads through the door; and
 * answers for a service that does not. The service is told where the request came from, whatever
 * the caller says of that. It sends by itself, since the proxy's own sending ends a failed request
 * without a body.
 *
 * @param service who is asked: a service, or the console
 * @param at where it listens
 * @param bodies those that are not complete yet
 * @param patience how long a request waits for its turn
 */
record DoorInterceptor(Part service, Address at, WholeBodies bodies, Duration patience)
    implements ProxyInterceptor {

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest original = context.request().proxiedRequest();
    String query = original.query();
    String asked = String.valueOf(original.path());
    String path = Route.of(asked).map(Route::path).orElse(asked);
    context.request().setURI(query == null ? path : path + "?" + query);
    context.request().headers().remove(HttpHeaders.EXPECT); // the door has met it
    context.request().headers().remove("Forwarded");
    context.request().putHeader("X-Forwarded-For", original.remoteAddress().hostAddress());
    if (original.authority() != null) {
      context.request().setAuthority(original.authority());
    }
    return complete(context.request())
        .compose(ready -> context.client().request(turn()))
        .compose(context.request()::send)
        .recover(failure -> Future.succeededFuture(refuse(context, original, failure)));
  }

  private Future<Void> complete(ProxyRequest request) {
    if (!WholeBodies.isAnnounced(request.proxiedRequest())) {
      return Future.succeededFuture();
    }
    return bodies
        .gather(request.getBody().stream())
        .map(Body::body)
        .onSuccess(request::setBody)
        .mapEmpty();
  }

  private RequestOptions turn() {
    return new RequestOptions()
        .setHost(at.host())
        .setPort(at.port())
        .setConnectTimeout(patience.toMillis());
  }

  private ProxyResponse refuse(
      ProxyContext context, HttpServerRequest original, Throwable failure) {
    if (!original.isEnded()) {
      // what follows is the rest of a body that nobody wants
      original.response().endHandler(ended -> original.connection().close());
    }
    return problem(failure).into(context.request().response(), String.valueOf(original.path()));
  }

  private DoorProblem problem(Throwable failure) {
    return switch (failure) {
      case WholeBodies.TooMuch tooMuch -> tooMuch.problem();
      case ConnectionPoolTooBusyException ignored -> DoorProblem.ofTooBusy(service.label());
      case TimeoutException ignored -> DoorProblem.ofTooBusy(service.label());
      case ConnectException ignored -> down();
      case UnknownHostException ignored -> down();
      default ->
          new DoorProblem(
              502,
              "bad-gateway",
              "Bad Gateway",
              service.label()
                  + " broke off before it answered; whether it did the work is unknown");
    };
  }

  private DoorProblem down() {
    return new DoorProblem(
        503,
        "service-unavailable",
        "Service Unavailable",
        service.label() + " does not answer at the moment; try again in a second");
  }
}
