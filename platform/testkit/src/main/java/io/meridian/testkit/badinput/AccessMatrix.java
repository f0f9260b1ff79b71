package io.meridian.testkit.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.testkit.Snapshot;
import io.meridian.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who gets in where: every operation that the running service describes, asked by somebody of every
 * relation to what it is about. What was agreed on lies in a file: a line an operation, with those
 * who are let in. Whoever is let in is answered by the resource (found or not, taken or stale);
 * whoever is not gets 403, and nobody gets anything else without a token than 401.
 */
public final class AccessMatrix {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Whoever may do it has read something else meanwhile: nothing changes. */
  private static final String STALE = "\"999999999\"";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> relations = new LinkedHashMap<>();
  private final Map<String, Row> rows = new TreeMap<>();
  private final String base = RestAssured.baseURI + ":" + RestAssured.port;

  /** With the relations that every service knows, those on the roster by these subjects. */
  public static AccessMatrix ofRoles(String active, String onboarding, String inactive) {
    return new AccessMatrix()
        .relation("manager", Tokens.manager())
        .relation("auditor", Tokens.auditor())
        .relation("admin", Tokens.admin())
        .relation("observer", Tokens.observer())
        .relation("integration", Tokens.integration())
        .relation("tam", Tokens.tam(active))
        .relation("onboarding", Tokens.tam(onboarding))
        .relation("inactive", Tokens.tam(inactive))
        .relation("ghost", Tokens.tam("tam-on-no-roster"));
  }

  /** Somebody who asks for everything. */
  public AccessMatrix relation(String name, String token) {
    relations.put(name, token);
    return this;
  }

  /** Tells what is special about an operation, named like {@code PUT /api/v1/calendar}. */
  public AccessMatrix with(String operation, Consumer<Row> special) {
    special.accept(rows.computeIfAbsent(operation, name -> new Row()));
    return this;
  }

  /** Asks for everything, and compares who was let in with what was agreed on. */
  public void check(Path agreed) throws IOException, InterruptedException {
    String table = table();
    String expected = Snapshot.agreed(agreed, table);
    if (!table.equals(expected)) {
      List<String> known = expected.lines().toList();
      List<String> now = table.lines().toList();
      throw new AssertionError(
          "who is let in where is not as agreed on in %s%n%s%n%s"
              .formatted(
                  agreed,
                  String.join(
                      "\n",
                      now.stream().filter(l -> !known.contains(l)).map("is     "::concat).toList()),
                  String.join(
                      "\n",
                      known.stream()
                          .filter(l -> !now.contains(l))
                          .map("agreed "::concat)
                          .toList())));
    }
  }

  private String table() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder();
    for (Endpoint endpoint : Endpoint.of(document())) {
      table.append(endpoint.name()).append(": ").append(letIn(endpoint)).append('\n');
    }
    return table.toString();
  }

  private String letIn(Endpoint endpoint) throws IOException, InterruptedException {
    if (endpoint.roles().isEmpty()) {
      return "whoever has its secret";
    }
    int nobody = status(endpoint, null);
    if (nobody != 401) {
      throw new AssertionError(endpoint.name() + " answers " + nobody + " without a token");
    }
    StringBuilder names = new StringBuilder();
    for (Map.Entry<String, String> relation : relations.entrySet()) {
      String token = row(endpoint).token(relation.getKey(), relation.getValue());
      int status = status(endpoint, token);
      if (status == 401 || status >= 500) {
        throw new AssertionError(
            endpoint.name() + " answers " + status + " to " + relation.getKey());
      }
      if (status != 403) {
        names.append(names.isEmpty() ? "" : ", ").append(relation.getKey());
      }
    }
    return names.isEmpty() ? "nobody" : names.toString();
  }

  private Row row(Endpoint endpoint) {
    return rows.getOrDefault(endpoint.name(), new Row());
  }

  private int status(Endpoint endpoint, @Nullable String token)
      throws IOException, InterruptedException {
    Row row = row(endpoint);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + endpoint.at(row) + row.query())).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (endpoint.takesIfMatch()) {
      String etag = row.etag();
      request.header("If-Match", etag == null ? STALE : etag);
    }
    if (endpoint.mediaTypes().isEmpty()) {
      request.method(endpoint.method(), BodyPublishers.noBody());
    } else {
      request
          .header(
              "Content-Type",
              endpoint.takesJson() ? "application/json" : endpoint.mediaTypes().getFirst())
          .method(endpoint.method(), BodyPublishers.ofString(row.body()));
    }
    HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close(); // a stream would never end
    return answer.statusCode();
  }

  private JsonNode document() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/q/openapi?format=json"))
            .header("Authorization", "Bearer " + Tokens.manager())
            .build();
    return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
