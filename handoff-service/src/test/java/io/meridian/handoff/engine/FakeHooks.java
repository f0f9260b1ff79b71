package io.meridian.handoff.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Patience;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Receives webhooks: each path is somebody's; below /hangs nobody answers, below /gone 410, below
 * /busy 429 with a request for two minutes.
 */
final class FakeHooks implements AutoCloseable {
  /** What belongs together is gathered for less than this. */
  private static final Duration GATHERED = Duration.ofMillis(150);

  private final MovableClock clock;
  private final HttpServer server;
  private final Set<String> unheard;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Hook> hooks = new CopyOnWriteArrayList<>();

  /** A message as it came. */
  record Hook(String path, String id, String timestamp, String signature, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }

    String kind() {
      String type = json().getString("type");
      return type.substring(type.lastIndexOf('.') + 1);
    }

    String subject() {
      return json().getJsonObject("data").getString("subject");
    }
  }

  /**
   * @param unheard kinds of messages that are taken and not kept
   */
  FakeHooks(MovableClock clock, String... unheard) {
    this.clock = clock;
    this.unheard = Set.of(unheard);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** Where messages for somebody are posted. Each host name is a provider of its own. */
  String url(String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    Hook hook =
        new Hook(
            path,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body);
    if (isUnheard(hook)) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    hooks.add(hook);
    if (path.startsWith("/hangs")) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (path.startsWith("/busy")) {
      exchange.getResponseHeaders().set("Retry-After", "120");
    }
    exchange.sendResponseHeaders(status(path), -1);
    exchange.close();
  }

  /** Chat messages do not say their kind. */
  private boolean isUnheard(Hook hook) {
    return hook.json().containsKey("type")
        && hook.json().getString("type").contains(".")
        && unheard.contains(hook.kind());
  }

  private static int status(String path) {
    return path.startsWith("/gone") ? 410 : path.startsWith("/busy") ? 429 : 204;
  }

  /** What came to a path. */
  List<Hook> at(String path) {
    return hooks.stream().filter(hook -> hook.path().equals(path)).toList();
  }

  /**
   * Waits until that many messages have come to a path. Meanwhile the clock of the service goes on:
   * a message that is written down only now waits for more of the same first.
   */
  List<Hook> await(String path, int count) {
    return Patience.await()
        .until(
            () -> {
              if (at(path).size() < count) {
                clock.advance(GATHERED);
              }
              return at(path);
            },
            all -> all.size() >= count);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
