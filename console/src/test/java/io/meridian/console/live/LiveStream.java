package io.meridian.console.live;

import static io.meridian.testkit.Patience.await;

import io.meridian.console.stub.People;
import io.meridian.console.stub.Stories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Kim's browser, as far as it listens. */
final class LiveStream implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<InputStream> answer;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private LiveStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    reader = Thread.ofVirtual().start(this::read);
  }

  static LiveStream at(URI live, @Nullable String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(live)
            .header("Cookie", "meridian=" + People.session(Stories.KIM, "tam"))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return new LiveStream(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try {
      new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
          .lines()
          .forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add("broken: " + e.getMessage());
    }
  }

  int status() {
    return answer.statusCode();
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  void waitFor(String line) {
    await().until(() -> lines.contains(line));
  }

  void waitForEnd() {
    await().until(() -> !reader.isAlive());
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
