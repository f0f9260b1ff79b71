package io.meridian.testkit.badinput;

import io.meridian.testkit.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the bad requests to one endpoint. */
final class Requests {
  private static final List<String> ROLES =
      List.of("tam", "manager", "observer", "integration", "auditor", "admin");

  /** A stream that is not refused would never end. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Methods that never go without {@code If-Match} where they take it. */
  private static final List<String> MUST_MATCH = List.of("PUT", "PATCH");

  private static final String HOST = "Host: x";
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String TWO_CODINGS = "Transfer-Encoding: gzip, chunked";

  /** The ends of what Java can say, and what lies just beyond four digits or PostgreSQL. */
  private static final List<String> EXTREMES =
      List.of(
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "+294277-01-01T00:00:00Z",
          "-4713-01-01T00:00:00Z",
          "+10000-01-01T00:00:00Z");

  private static final String STALE = "\"999999999\"";

  private final String base;
  private final Endpoint endpoint;
  private final Row row;
  private final String tam;

  /** A request, and whose it is or what else tells it from its like. */
  sealed interface Bad {
    String words();
  }

  record Usual(String words, HttpRequest request) implements Bad {}

  /** One that no client sends, in its lines. */
  record Raw(String words, List<String> lines) implements Bad {}

  /**
   * @param tam who acts where TAMs may
   */
  Requests(String base, Endpoint endpoint, Row row, String tam) {
    this.base = base;
    this.tam = tam;
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
      case UNREAD_CODING ->
          only(true, send(allowed(), "", row.body()).header("Content-Encoding", "gzip"));
      case OTHER_EXPECTATION ->
          raw(endpoint.method(), allowed(), List.of(HOST, "Expect: 200-ok"), row.body());
      case NO_HOST -> raw(endpoint.method(), allowed(), List.of(), row.body());
      case TWO_HOSTS -> raw(endpoint.method(), allowed(), List.of(HOST, "Host: y"), row.body());
      case EMPTY_CHUNKED_BODY ->
          endpoint.roles().isEmpty() && endpoint.mediaTypes().isEmpty()
              ? List.of()
              : raw(endpoint.method(), null, List.of(HOST, CHUNKED), "0\r\n\r\n");
      case EXTREME_TIME ->
          endpoint.times().stream()
              .flatMap(place -> EXTREMES.stream().map(time -> extreme(place, time)))
              .toList();
      case AMBIGUOUS_LENGTH ->
          raw(endpoint.method(), allowed(), List.of(HOST, TWO_CODINGS), "0\r\n\r\n");
      case OTHER_METHOD -> raw("SURELY-UNKNOWN", allowed(), List.of(HOST), "");
    };
  }

  private Bad extreme(String place, String time) {
    if (place.startsWith("?")) {
      String query = place + "=" + URLEncoder.encode(time, StandardCharsets.UTF_8);
      return new Usual(place, send(allowed(), query, row.body()).build());
    }
    return new Usual(place, current("{\"%s\":\"%s\"}".formatted(place.substring(1), time)).build());
  }

  /** Another verb at the same place, as somebody sends it who may. */
  List<String> beside(String verb) {
    return lines(verb, allowed(), List.of(HOST), "");
  }

  /** What nobody answers in, and what is no media type at all. */
  private List<Bad> otherAnswers() {
    return Stream.of("application/x-unknown", "unknown")
        .<Bad>map(
            type -> new Usual(" " + type, current(row.body()).setHeader("Accept", type).build()))
        .toList();
  }

  private List<Bad> wrongRoles() {
    Stream<String> others =
        endpoint.roles().isEmpty()
            ? Stream.of()
            : ROLES.stream().filter(role -> !endpoint.roles().contains(role));
    return others.<Bad>map(r -> new Usual(" as " + r, send(r, "", row.body()).build())).toList();
  }

  /** As somebody sends it who has read the resource. */
  private HttpRequest.Builder current(String body) {
    HttpRequest.Builder request = send(allowed(), "", body);
    String etag = row.etag();
    return etag == null ? request : request.header("If-Match", etag);
  }

  private static List<Bad> only(boolean possible, HttpRequest.Builder request) {
    return possible ? List.of(new Usual("", request.build())) : List.of();
  }

  private List<Bad> raw(String method, @Nullable String role, List<String> headers, String body) {
    return List.of(new Raw("", lines(method, role, headers, body)));
  }

  private List<String> lines(
      String method, @Nullable String role, List<String> headers, String body) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + path() + " HTTP/1.1");
    lines.addAll(headers);
    if (role != null) {
      lines.add("Authorization: Bearer " + token(role));
    }
    boolean chunked = headers.contains(CHUNKED) || headers.contains(TWO_CODINGS);
    if (chunked || !endpoint.mediaTypes().isEmpty() && !body.isEmpty()) {
      lines.add("Content-Type: " + mediaType());
      lines.add(
          chunked
              ? ""
              : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
      lines.add(body);
    } else {
      lines.addAll(List.of("", ""));
    }
    return lines;
  }

  private String mediaType() {
    List<String> types = endpoint.mediaTypes();
    return types.isEmpty() || endpoint.takesJson() ? "application/json" : types.getFirst();
  }

  private @Nullable String allowed() {
    return endpoint.roles().isEmpty() ? null : endpoint.roles().getFirst();
  }

  private String token(String role) {
    return Tokens.of(role.equals("tam") ? tam : "bad-input", role);
  }

  private HttpRequest.Builder send(@Nullable String role, String query, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path() + query)).timeout(PATIENCE);
    if (role != null) {
      request.header("Authorization", "Bearer " + token(role));
    }
    if (endpoint.mediaTypes().isEmpty()) {
      return request.method(endpoint.method(), BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", mediaType())
        .method(endpoint.method(), BodyPublishers.ofString(body));
  }

  private String path() {
    return endpoint.at(row);
  }
}
