package io.meridian.console.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** The services as a test arranges them. */
public final class House {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /**
   * What the console asked.
   *
   * @param line method, path and query
   */
  public record Asked(
      String line, String bearer, String ifMatch, String lastEventId, String body) {}

  private House() {}

  /** Forgets all answers and requests. */
  public static void reset() {
    send("DELETE", "");
  }

  /** {@code GET /api/v1/x}, with or without its query, is answered so from now on. */
  public static void answers(String request, String body) {
    answers(request, 200, 0, body);
  }

  /** The same with another status, and after a while. */
  public static void answers(String request, int status, int millis, String body) {
    send("PUT", request + "\n" + status + " " + millis + "\n" + body);
  }

  /** A refusal in the words of the services. */
  public static void refuses(String request, int status, String detail, String errors) {
    answers(
        request,
        status,
        0,
        "{\"type\":\"urn:meridian:problem:x\",\"title\":\"X\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"/\",\"errors\":[%s],\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}"
            .formatted(status, detail, errors));
  }

  /** All who listen are told that this happened to this handoff; returns how many they are. */
  public static int happens(String event, String handoff) {
    return tell(
        "event: %s\nid: 7\ndata: {\"id\":\"%s\",\"title\":\"secret\"}\n\n"
            .formatted(event, handoff));
  }

  /** All who listen hear that their stream is open; returns how many they are. */
  public static int beats() {
    return tell(": beat\n\n");
  }

  private static int tell(String lines) {
    return Integer.parseInt(send("POST", lines));
  }

  /** Streams are open again after they were answered otherwise. */
  public static void letsListen() {
    send("PUT", "GET /api/v1/handoffs/stream");
  }

  /** Breaks all streams off; who comes back is let in. */
  public static void breaksStreams() {
    send("PATCH", "");
  }

  /** What was asked since the last reset. */
  public static List<Asked> asked() {
    String all = send("GET", "");
    return all.isEmpty()
        ? List.of()
        : Arrays.stream(all.split("\u0000"))
            .map(one -> one.split("\n", 5))
            .map(parts -> new Asked(parts[0], parts[1], parts[2], parts[3], parts[4]))
            .toList();
  }

  /** What was sent to change something. */
  public static List<Asked> written() {
    return asked().stream().filter(one -> !one.line().startsWith("GET ")).toList();
  }

  private static String send(String method, String body) {
    String port = System.getProperty(StubServer.PORT);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + StubServer.CONTROL))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
