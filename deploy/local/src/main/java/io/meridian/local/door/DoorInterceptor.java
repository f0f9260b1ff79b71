package io.meridian.local.door;

import io.meridian.local.stack.Part;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * Passes a request on under its path at the service, with the host that the caller named, so that
 * what the service says of its addresses leads through the door; and answers for a service that
 * does not. It sends by itself, since the proxy's own sending ends a failed request without a body.
 *
 * @param service who is asked: a service, or the console
 * @param at where it listens
 */
record DoorInterceptor(Part service, Address at) implements ProxyInterceptor {

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest original = context.request().proxiedRequest();
    String query = original.query();
    String asked = String.valueOf(original.path());
    String path = Route.of(asked).map(Route::path).orElse(asked);
    context.request().setURI(query == null ? path : path + "?" + query);
    context.request().headers().remove(HttpHeaders.EXPECT); // the door has met it
    if (original.authority() != null) {
      context.request().setAuthority(original.authority());
    }
    return context
        .client()
        .request(new RequestOptions().setHost(at.host()).setPort(at.port()))
        .compose(context.request()::send)
        .recover(failure -> Future.succeededFuture(refuse(context, original, failure)));
  }

  private ProxyResponse refuse(
      ProxyContext context, HttpServerRequest original, Throwable failure) {
    boolean down = failure instanceof ConnectException || failure instanceof UnknownHostException;
    DoorProblem problem =
        down
            ? new DoorProblem(
                503,
                "service-unavailable",
                "Service Unavailable",
                service.label() + " does not answer at the moment; try again in a second")
            : new DoorProblem(
                502,
                "bad-gateway",
                "Bad Gateway",
                service.label()
                    + " broke off before it answered; whether it did the work is unknown");
    return problem.into(context.request().response(), String.valueOf(original.path()));
  }
}
