package io.meridian.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meridian's REST interface with one caller's token. Paths start below {@code /api/v1}. */
public final class Api {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String url;
  private final String token;

  private Api(HttpClient client, String url, String token) {
    this.client = client;
    this.url = url;
    this.token = token;
  }

  /**
   * @param url the front door
   */
  public static Api at(String url, String token) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new Api(client, url, token);
  }

  /** The same connections with another caller's token. */
  public Api as(String otherToken) {
    return new Api(client, url, otherToken);
  }

  /** The same caller at an address below this one, e.g. {@code /services/handoff}. */
  public Api below(String prefix) {
    return new Api(client, url + prefix, token);
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer post(String path, Object body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  public Answer put(String path, Object body, Map<String, String> headers) {
    return send("PUT", path, body, headers);
  }

  public Answer patch(String path, Object body, Map<String, String> headers) {
    return send("PATCH", path, body, headers);
  }

  /** Every item of a list, page by page. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String next = path + (path.contains("?") ? "&" : "?") + "limit=500";
    String page = next;
    while (true) {
      JsonNode body = get(page).orRefuse(path);
      body.path("items").forEach(items::add);
      if (!body.path("nextCursor").isTextual()) {
        return items;
      }
      page =
          next
              + "&cursor="
              + URLEncoder.encode(body.path("nextCursor").asText(), StandardCharsets.UTF_8);
    }
  }

  private Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    try {
      BodyPublisher content =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .timeout(ANSWER_MAX)
              .header("Authorization", "Bearer " + token)
              .method(method, content);
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      headers.forEach(request::header);
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      boolean json = answer.body().startsWith("{") || answer.body().startsWith("[");
      return new Answer(
          answer.statusCode(),
          json ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
          answer.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      return new Answer(
          503, JSON.createObjectNode().put("detail", "no answer: " + e.getMessage()), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackRefusal("interrupted", e);
    }
  }
}
