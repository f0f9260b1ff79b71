package io.meridian.testkit.badinput;

import io.meridian.testkit.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the bad requests to one endpoint. */
final class Requests {
  private static final List<String> ROLES = List.of("tam", "manager", "integration", "admin");

  /** A stream that is not refused would never end. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Methods that never go without {@code If-Match} where they take it. */
  private static final List<String> MUST_MATCH = List.of("PUT", "PATCH");

  private static final String STALE = "\"999999999\"";

  private final String base;
  private final Endpoint endpoint;
  private final Row row;

  /** A request, and whose it is or what else tells it from its like. */
  record Bad(String words, HttpRequest request) {}

  Requests(String base, Endpoint endpoint, Row row) {
    this.base = base;
    this.endpoint = endpoint;
    this.row = row;
  }

  /** The requests that have this fault; none where the endpoint cannot have it. */
  List<Bad> with(Fault fault) {
    boolean json = endpoint.takesJson();
    return switch (fault) {
      case NO_TOKEN -> only(!endpoint.roles().isEmpty(), send(null, "", row.body()));
      case WRONG_ROLE -> wrongRoles();
      case UNKNOWN_PARAMETER -> only(true, send(allowed(), "?surely-unknown=1", row.body()));
      case MALFORMED_JSON -> only(json, current("{\"a\":"));
      case UNKNOWN_FIELD -> only(json && endpoint.takesObject(), current("{\"surely-unknown\":1}"));
      case OTHER_MEDIA_TYPE ->
          only(
              !endpoint.mediaTypes().isEmpty(),
              send(allowed(), "", row.body()).setHeader("Content-Type", "application/x-unknown"));
      case OTHER_ANSWER_WANTED -> otherAnswers();
      case OVERSIZED_BODY ->
          only(
              !endpoint.mediaTypes().isEmpty(),
              send(allowed(), "", "{\"a\":\"" + "x".repeat(row.bodyBytesMax()) + "\"}"));
      case NO_IF_MATCH ->
          only(
              endpoint.takesIfMatch() && MUST_MATCH.contains(endpoint.method()),
              send(allowed(), "", row.body()));
      case STALE_IF_MATCH ->
          only(endpoint.takesIfMatch(), send(allowed(), "", row.body()).header("If-Match", STALE));
    };
  }

  /** What nobody answers in, and what is no media type at all. */
  private List<Bad> otherAnswers() {
    return Stream.of("application/x-unknown", "unknown")
        .map(type -> new Bad(" " + type, current(row.body()).setHeader("Accept", type).build()))
        .toList();
  }

  private List<Bad> wrongRoles() {
    Stream<String> others =
        endpoint.roles().isEmpty()
            ? Stream.of()
            : ROLES.stream().filter(role -> !endpoint.roles().contains(role));
    return others.map(r -> new Bad(" as " + r, send(r, "", row.body()).build())).toList();
  }

  /** As somebody sends it who has read the resource. */
  private HttpRequest.Builder current(String body) {
    HttpRequest.Builder request = send(allowed(), "", body);
    String etag = row.etag();
    return etag == null ? request : request.header("If-Match", etag);
  }

  private static List<Bad> only(boolean possible, HttpRequest.Builder request) {
    return possible ? List.of(new Bad("", request.build())) : List.of();
  }

  private @Nullable String allowed() {
    return endpoint.roles().isEmpty() ? null : endpoint.roles().getFirst();
  }

  private HttpRequest.Builder send(@Nullable String role, String query, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path() + query)).timeout(PATIENCE);
    if (role != null) {
      request.header("Authorization", "Bearer " + Tokens.of("bad-input", role));
    }
    if (endpoint.mediaTypes().isEmpty()) {
      return request.method(endpoint.method(), BodyPublishers.noBody());
    }
    String type = endpoint.takesJson() ? "application/json" : endpoint.mediaTypes().getFirst();
    return request
        .header("Content-Type", type)
        .method(endpoint.method(), BodyPublishers.ofString(body));
  }

  private String path() {
    String path = endpoint.path();
    for (Map.Entry<String, String> sample : endpoint.samples().entrySet()) {
      String own = row.path(sample.getKey());
      path = path.replace("{" + sample.getKey() + "}", own == null ? sample.getValue() : own);
    }
    return path;
  }
}
