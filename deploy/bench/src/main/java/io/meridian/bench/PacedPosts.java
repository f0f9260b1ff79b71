package io.meridian.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Open loop: each webhook goes out at its due instant, whether or not the answers before it are
 * there.
 */
final class PacedPosts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI uri;
  private final long gapNanos;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PacedPosts(int port, String path, int perSecond) {
    this.uri = URI.create("http://127.0.0.1:" + port + path);
    this.gapNanos = 1_000_000_000L / perSecond;
  }

  /** Sends all and notes by escalation id when its answer arrived. */
  void run(List<AcceptRequests.Webhook> webhooks, Map<String, Long> answers) {
    List<CompletableFuture<Void>> pending = new ArrayList<>(webhooks.size());
    long start = System.nanoTime();
    for (int i = 0; i < webhooks.size(); i++) {
      waitUntil(start + i * gapNanos);
      pending.add(send(webhooks.get(i), answers));
    }
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<Void> send(AcceptRequests.Webhook webhook, Map<String, Long> answers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
    webhook.headers().forEach(request::header);
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .thenAccept(answer -> note(answer, System.nanoTime(), answers));
  }

  private static void note(HttpResponse<byte[]> answer, long at, Map<String, Long> answers) {
    try {
      if (answer.statusCode() != 201) {
        throw new IllegalStateException("answered " + answer.statusCode());
      }
      answers.put(JSON.readTree(answer.body()).path("escalationId").asText(), at);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Parks until the monotonic clock reads the instant. */
  static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
