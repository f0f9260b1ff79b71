package io.meridian.handoff.engine;

import io.meridian.testkit.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to server-sent events as a browser does. */
final class EventStream implements AutoCloseable {
  private static final String PATH = "/api/v1/handoffs/stream";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** One event as it came. */
  record Sent(String event, String id, String data) {}

  private EventStream() {}

  static EventStream open(int port, String token, String lastEventId) {
    EventStream stream = new EventStream();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    stream
        .client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
        .thenAccept(response -> Thread.ofVirtual().start(() -> stream.read(response.body())));
    return stream;
  }

  static int status(int port, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read(Stream<String> lines) {
    StringBuilder event = new StringBuilder();
    StringBuilder id = new StringBuilder();
    StringBuilder data = new StringBuilder();
    try {
      lines.forEach(
          line -> {
            if (line.startsWith("event:")) {
              event.append(line.substring(6).strip());
            } else if (line.startsWith("id:")) {
              id.append(line.substring(3).strip());
            } else if (line.startsWith("data:")) {
              data.append(line.substring(5).strip());
            } else if (line.isEmpty() && !event.isEmpty()) {
              sent.add(new Sent(event.toString(), id.toString(), data.toString()));
              event.setLength(0);
              id.setLength(0);
              data.setLength(0);
            }
          });
    } catch (RuntimeException e) {
      // closed by us
    }
  }

  /** What has come until now. */
  List<Sent> all() {
    return List.copyOf(sent);
  }

  /** The first event of that name. */
  Sent await(String event) {
    return Patience.await()
        .until(
            () -> sent.stream().filter(s -> s.event().equals(event)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
