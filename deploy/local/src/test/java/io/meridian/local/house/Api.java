package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The house as its users see it: JSON over the front door, with somebody's token. */
final class Api {

  /** A status, the JSON body when there is one, and the entity tag or an empty text. */
  record Answer(int status, JsonNode body, String etag) {
    boolean isOk() {
      return status >= 200 && status < 300;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String url;
  private final String token;

  Api(String url, String token) {
    this.url = url;
    this.token = token;
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer post(String path, Object body) {
    return send("POST", path, body, Map.of());
  }

  Answer put(String path, Object body, String ifMatch) {
    return send("PUT", path, body, Map.of("If-Match", ifMatch));
  }

  /** Creates what must not be there yet. */
  Answer putNew(String path, Object body) {
    return send("PUT", path, body, Map.of("If-None-Match", "*"));
  }

  /** Every item of a list, page by page. */
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String cursor = "";
    while (true) {
      Answer answer = get(path + separator + "limit=500" + cursor);
      if (!answer.isOk()) {
        throw new IllegalStateException(path + " answered " + answer);
      }
      answer.body().path("items").forEach(items::add);
      String next = answer.body().path("nextCursor").asText(null);
      if (next == null) {
        return items;
      }
      cursor =
          "&cursor=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** One request; while a service is down the answer is 503 with an empty body. */
  private Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    try {
      var content =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .timeout(Duration.ofSeconds(10))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, content);
      headers.forEach(request::header);
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json =
          answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
      return new Answer(answer.statusCode(), json, answer.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      return new Answer(
          503, JSON.createObjectNode().put("detail", String.valueOf(e.getMessage())), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
