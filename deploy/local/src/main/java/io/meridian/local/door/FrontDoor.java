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
import java.time.Duration;
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

  private static final int CONNECTIONS_PER_SERVICE_MAX = 128;

  /** Streams have connections of their own, so that those who listen take none from the others. */
  private static final int STREAMS_PER_SERVICE_MAX = 2_000;

  private static final int WAITING_MAX = 1_000;
  private static final int CONNECT_MILLIS_MAX = 2_000;
  private static final int IDLE_SECONDS_MAX = 60;
  private static final Duration REQUEST_MAX = Duration.ofSeconds(30);

  private final Function<Part, Address> addresses;
  private Duration requestMax = REQUEST_MAX;
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

  /** Gives callers another time for a whole request than half a minute. */
  FrontDoor withRequestMax(Duration most) {
    requestMax = most;
    return this;
  }

  /** Listens. */
  public synchronized void open() {
    Vertx opened = QuietVertx.create();
    vertx = opened;
    Proxies proxies =
        new Proxies(
            proxies(opened, CONNECTIONS_PER_SERVICE_MAX), proxies(opened, STREAMS_PER_SERVICE_MAX));
    Address door = addresses.apply(Part.DOOR);
    RequestDeadline deadline = new RequestDeadline(opened, requestMax);
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
            .requestHandler(request -> handle(request, proxies, deadline))
            .invalidRequestHandler(RequestHead::refuseUnreadable)
            .listen());
  }

  /** Who passes what on. */
  private record Proxies(Map<Part, HttpProxy> requests, Map<Part, HttpProxy> streams) {
    @Nullable HttpProxy of(Route route) {
      return (route.isStream() ? streams : requests).get(route.part());
    }
  }

  /**
   * One for each application.
   *
   * @param most how many connections each may get
   */
  private Map<Part, HttpProxy> proxies(Vertx opened, int most) {
    HttpClient client =
        opened.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS_MAX)
                .setIdleTimeout(IDLE_SECONDS_MAX)
                .setMaxWaitQueueSize(WAITING_MAX),
            new PoolOptions().setHttp1MaxSize(most));
    Map<Part, HttpProxy> proxies = new EnumMap<>(Part.class);
    for (Part part : Part.ALL) {
      if (part.isApplication()) {
        Address at = addresses.apply(part);
        proxies.put(
            part,
            HttpProxy.reverseProxy(client)
                .origin(at.port(), at.host())
                .addInterceptor(new DoorInterceptor(part, at)));
      }
    }
    return proxies;
  }

  private static void handle(HttpServerRequest request, Proxies proxies, RequestDeadline deadline) {
    Optional<DoorProblem> fault = RequestHead.fault(request);
    if (fault.isPresent()) {
      if (RequestHead.hasTwoLengths(request)) {
        // at the end of the answer itself: what follows may be part of this request
        request.response().endHandler(ended -> request.connection().close());
      }
      fault.get().sendTo(request.response(), String.valueOf(request.path()));
      return;
    }
    String path = request.path();
    Optional<Route> route = path == null ? Optional.empty() : Route.of(path);
    HttpProxy proxy = route.map(proxies::of).orElse(null);
    if (proxy != null) {
      deadline.watch(request);
      if (RequestHead.waitsToGoOn(request)) {
        request.response().writeContinue();
      }
      proxy.handle(request);
    } else if (DoorAnswers.INDEX.equals(path)) {
      DoorAnswers.index(request);
    } else {
      DoorAnswers.notFound(request);
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
