package io.meridian.local.door;

import io.meridian.local.client.QuietVertx;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.StackRefusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** One port for the whole house. What it cannot pass on it answers itself, as problem+json. */
public final class FrontDoor implements AutoCloseable {

  private static final int WAITING_MAX = 1_000;
  private static final int CONNECT_MILLIS_MAX = 2_000;
  private static final int IDLE_SECONDS_MAX = 60;

  private final Function<Part, Address> addresses;
  private DoorLimits limits = DoorLimits.USUAL;
  private @Nullable Vertx vertx;

  /**
   * @param ports where each part listens on the loopback address, the door included
   */
  public FrontDoor(ToIntFunction<Part> ports) {
    this((Part part) -> Address.loopback(ports.applyAsInt(part)));
  }

  /**
   * @param addresses where each service and the console listen, and where the door is to listen
   */
  public FrontDoor(Function<Part, Address> addresses) {
    this.addresses = addresses;
  }

  /** Gives away more or less than usual. */
  FrontDoor with(DoorLimits others) {
    limits = others;
    return this;
  }

  /** Listens. */
  public synchronized void open() {
    Vertx opened = QuietVertx.create();
    vertx = opened;
    ConnectionShares shares = new ConnectionShares(limits.connections());
    Passing passing =
        new Passing(
            proxies(client(opened, limits.requests())),
            proxies(client(opened, limits.streams())),
            new RequestDeadline(opened, limits.request()),
            shares);
    Address door = addresses.apply(Part.DOOR);
    await(
        opened
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(door.host())
                    .setPort(door.port())
                    .setIdleTimeout(IDLE_SECONDS_MAX)
                    // The proxy passes on HTTP/1.1, where a body has a length or is chunked.
                    .setHttp2ClearTextEnabled(false)
                    .setMaxHeaderSize(16 << 10))
            .connectionHandler(shares::count)
            .requestHandler(passing::handle)
            .invalidRequestHandler(RequestHead::refuseUnreadable)
            .listen());
  }

  private static HttpClient client(Vertx vertx, int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS_MAX)
            .setIdleTimeout(IDLE_SECONDS_MAX)
            .setMaxWaitQueueSize(WAITING_MAX),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  private Map<Part, HttpProxy> proxies(HttpClient client) {
    WholeBodies bodies = new WholeBodies();
    Map<Part, HttpProxy> proxies = new EnumMap<>(Part.class);
    for (Part part : Part.ALL) {
      if (part.isApplication()) {
        Address at = addresses.apply(part);
        proxies.put(
            part,
            HttpProxy.reverseProxy(client)
                .origin(at.port(), at.host())
                .addInterceptor(new DoorInterceptor(part, at, bodies, limits.patience())));
      }
    }
    return proxies;
  }

  /** The way of one request: streams take up no turn of requests. */
  private record Passing(
      Map<Part, HttpProxy> requests,
      Map<Part, HttpProxy> streams,
      RequestDeadline deadline,
      ConnectionShares shares) {

    void handle(HttpServerRequest request) {
      Optional<DoorProblem> fault = RequestHead.fault(request);
      if (shares.isBeyond(request.connection())) {
        refuse(request, DoorProblem.ofTooManyConnections(), true);
        return;
      } else if (fault.isPresent()) {
        refuse(request, fault.get(), RequestHead.hasTwoLengths(request));
        return;
      }
      String path = request.path();
      Optional<Route> route = path == null ? Optional.empty() : Route.of(path);
      if (route.isPresent()) {
        pass(request, route.get());
      } else if (DoorAnswers.INDEX.equals(path)) {
        DoorAnswers.index(request);
      } else {
        DoorAnswers.notFound(request);
      }
    }

    private void pass(HttpServerRequest request, Route route) {
      HttpProxy proxy = (route.isStream() ? streams : requests).get(route.part());
      if (proxy == null) {
        DoorAnswers.notFound(request);
        return;
      }
      deadline.watch(request);
      if (RequestHead.waitsToGoOn(request)) {
        request.response().writeContinue();
      }
      proxy.handle(request);
    }

    /** Hanging up comes at the end of the answer: what follows may be part of this request. */
    private static void refuse(HttpServerRequest request, DoorProblem problem, boolean hangUp) {
      if (hangUp) {
        request.response().endHandler(ended -> request.connection().close());
      }
      problem.sendTo(request.response(), String.valueOf(request.path()));
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackRefusal("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackRefusal("the front door does not open: " + e.getMessage(), e);
    }
  }

  /** Stops listening; does nothing when it does not. */
  @Override
  public synchronized void close() {
    if (vertx != null) {
      await(vertx.close());
      vertx = null;
    }
  }
}
