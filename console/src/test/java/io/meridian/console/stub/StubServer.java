package io.meridian.console.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meridian.testkit.FreePorts;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * All services at one port. A test tells it by HTTP what to answer, since Quarkus loads tests in
 * another class loader: {@code PUT /stub?GET /api/v1/x} with a line of status and delay, then the
 * body.
 */
public final class StubServer implements QuarkusTestResourceLifecycleManager {
  static final String PORT = "meridian.console.stub.port";
  static final String CONTROL = "/stub";

  /** Of everything. */
  private static final String ETAG = "\"7\"";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      int port = FreePorts.next();
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::handle);
      server.start();
      System.setProperty(PORT, Integer.toString(port));
      Map<String, String> settings = new HashMap<>();
      settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
      settings.put("mp.jwt.verify.publickey", Tokens.publicKey());
      for (String service : List.of("customer", "escalation", "handoff", "metrics")) {
        settings.put("quarkus.rest-client." + service + "-service.url", "http://127.0.0.1:" + port);
      }
      Path key = Files.createTempFile("console-test", ".pem");
      Files.writeString(key, Base64.getEncoder().encodeToString(Tokens.privateKey().getEncoded()));
      settings.put("meridian.console.local-login.key", key.toString());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(CONTROL)) {
      control(exchange, body);
      return;
    }
    String asked = exchange.getRequestMethod() + " " + path;
    String query = exchange.getRequestURI().getQuery();
    String whole = query == null ? asked : asked + "?" + query;
    requests.add(
        whole
            + "\n"
            + exchange.getRequestHeaders().getFirst("Authorization")
            + "\n"
            + exchange.getRequestHeaders().getFirst("If-Match")
            + "\n"
            + exchange.getRequestHeaders().getFirst("Last-Event-ID")
            + "\n"
            + body);
    String answer = answers.getOrDefault(whole, answers.get(asked));
    if (answer == null && path.endsWith("/stream")) {
      listen(exchange);
      return;
    }
    if (answer == null) {
      send(exchange, 404, "{\"status\":404,\"title\":\"Not Found\",\"detail\":\"No such thing\"}");
      return;
    }
    String[] parts = answer.split("\n", 2);
    int space = parts[0].indexOf(' ');
    pause(Integer.parseInt(parts[0].substring(space + 1)));
    send(exchange, Integer.parseInt(parts[0].substring(0, space)), parts[1]);
  }

  /** Unless a test says otherwise a stream is open until a test ends it. */
  private void listen(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    write(exchange, "event: ready\nid: 1\ndata: {}\n\n");
    streams.add(exchange);
  }

  /** Tells all who still listen; returns how many they are. */
  private int tell(String lines) {
    for (HttpExchange stream : streams) {
      try {
        write(stream, lines);
      } catch (IOException e) {
        streams.remove(stream); // who listened has gone
        stream.close();
      }
    }
    return streams.size();
  }

  private static void write(HttpExchange exchange, String lines) throws IOException {
    exchange.getResponseBody().write(lines.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  /** Breaks the streams off in the middle of what they say, as a service that is killed does. */
  private void breakStreams() {
    List<HttpExchange> all = List.copyOf(streams);
    streams.removeAll(all);
    all.forEach(HttpExchange::close);
  }

  private void control(HttpExchange exchange, String body) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        String[] parts = body.split("\n", 2);
        if (parts.length == 1) {
          answers.remove(body);
        } else {
          answers.put(parts[0], parts[1]);
        }
        send(exchange, 200, "");
      }
      case "POST" -> send(exchange, 200, Integer.toString(tell(body)));
      case "PATCH" -> {
        breakStreams();
        send(exchange, 200, "");
      }
      case "DELETE" -> {
        breakStreams();
        answers.clear();
        requests.clear();
        send(exchange, 200, "");
      }
      default -> send(exchange, 200, String.join("\u0000", requests));
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
    exchange.getResponseHeaders().add("ETag", ETAG);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
