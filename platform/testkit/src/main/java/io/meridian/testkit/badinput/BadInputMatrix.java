package io.meridian.testkit.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.Tokens;
import io.meridian.testkit.badinput.Requests.Bad;
import io.meridian.testkit.badinput.Requests.Raw;
import io.meridian.testkit.badinput.Requests.Usual;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every fault at every endpoint of the running service. Most cells follow from the OpenAPI
 * document; an endpoint whose refusals need something that exists (a resource to be stale about) or
 * differ from the others' has a row, and fails without one.
 */
public final class BadInputMatrix {
  /** What changes without us, by timers, does not change again each time that we ask. */
  private static final int ATTEMPTS_MAX = 4;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Row> rows = new TreeMap<>();
  private String tam = "bad-input";
  private final String base = RestAssured.baseURI + ":" + RestAssured.port;

  /** What counts of an answer. */
  private record Answer(int status, String type, String body, String allow) {}

  /** Tells what is special about an endpoint, named like {@code PUT /api/v1/calendar}. */
  public BadInputMatrix with(String endpoint, Consumer<Row> special) {
    special.accept(rows.computeIfAbsent(endpoint, name -> new Row()));
    return this;
  }

  /** Who acts where TAMs may; on the roster, if there is one. */
  public BadInputMatrix tam(String id) {
    tam = id;
    return this;
  }

  /** Sends everything; fails with one line for each wrong cell. */
  public void check() {
    List<Endpoint> endpoints = Endpoint.of(document());
    List<String> wrong = new ArrayList<>();
    if (endpoints.isEmpty()) {
      wrong.add("the service describes no endpoint");
    }
    TreeSet<String> unknown = new TreeSet<>(rows.keySet());
    endpoints.forEach(endpoint -> unknown.remove(endpoint.name()));
    unknown.forEach(name -> wrong.add("there is a row for " + name + ", which is not described"));
    for (Endpoint endpoint : endpoints) {
      wrong.addAll(check(endpoint));
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "%d of the answers to bad input to %d endpoints are wrong:%n%s"
              .formatted(wrong.size(), endpoints.size(), String.join("\n", wrong)));
    }
  }

  private List<String> check(Endpoint endpoint) {
    Requests requests =
        new Requests(base, endpoint, rows.getOrDefault(endpoint.name(), new Row()), tam);
    List<String> wrong = new ArrayList<>(head(endpoint, requests));
    wrong.addAll(options(endpoint, requests));
    TreeSet<String> changed = new TreeSet<>();
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Map<String, String> before = Fingerprint.now();
      for (Fault fault : Fault.values()) {
        for (Bad bad : requests.with(fault)) {
          List<String> answers = check(endpoint, fault, bad);
          wrong.addAll(attempt == 0 ? answers : List.of());
        }
      }
      TreeSet<String> differing = differing(before, Fingerprint.now());
      if (attempt == 0) {
        changed.addAll(differing);
      }
      changed.retainAll(differing);
      if (changed.isEmpty() || !wrong.isEmpty()) {
        return wrong;
      }
    }
    wrong.add(endpoint.name() + ": bad input changed " + changed);
    return wrong;
  }

  private List<String> check(Endpoint endpoint, Fault fault, Bad bad) {
    int expected = rows.getOrDefault(endpoint.name(), new Row()).status(fault);
    if (expected == 0) {
      return List.of();
    }
    Answer answer =
        switch (bad) {
          case Usual usual -> usual(usual.request());
          case Raw raw -> raw(raw.lines());
        };
    if (answer.status() == expected
        && answer.type().equals("application/problem+json")
        && isProblem(answer.body(), expected)
        && (fault != Fault.EXTREME_TIME || expected != 400 || points(answer.body(), bad.words()))
        && (fault != Fault.OTHER_METHOD || isNamed(endpoint, answer.allow()))) {
      return List.of();
    }
    return List.of(
        "%s: %s%s must be %d, was %d %s %.160s"
            .formatted(
                endpoint.name(),
                fault,
                bad.words(),
                expected,
                answer.status(),
                answer.type(),
                answer.body() + answer.allow()));
  }

  private Answer usual(HttpRequest request) {
    HttpResponse<String> answer = send(request);
    String type = answer.headers().firstValue("Content-Type").orElse("no content type");
    return new Answer(answer.statusCode(), type, answer.body(), "");
  }

  private static Answer raw(List<String> lines) {
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      RawConnection.Answer answer = connection.send(lines.toArray(String[]::new)).answer();
      String type = answer.header("Content-Type");
      String allow = answer.header("Allow");
      return new Answer(
          answer.status(),
          type == null ? "no content type" : type,
          answer.body(),
          allow == null ? "" : allow);
    } catch (UncheckedIOException e) {
      return new Answer(0, "no answer", e.toString(), "");
    }
  }

  /** Whether what is said to be allowed at a path names this endpoint and what follows from it. */
  private static boolean isNamed(Endpoint endpoint, String allow) {
    List<String> verbs = List.of(allow.split(", "));
    return verbs.containsAll(List.of(endpoint.method(), "OPTIONS"))
        && (!endpoint.method().equals("GET") || verbs.contains("HEAD"));
  }

  /** OPTIONS is answered everywhere, and names what is offered. */
  private static List<String> options(Endpoint endpoint, Requests requests) {
    Answer answer = raw(requests.beside("OPTIONS"));
    return answer.status() == 200 && isNamed(endpoint, answer.allow())
        ? List.of()
        : List.of("OPTIONS %s was %s".formatted(endpoint.path(), answer));
  }

  /** HEAD is answered wherever GET is, at once, and without a body: the next answer follows. */
  private static List<String> head(Endpoint endpoint, Requests requests) {
    if (!endpoint.method().equals("GET")) {
      return List.of();
    }
    String[] lines = requests.beside("HEAD").toArray(String[]::new);
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      int first = connection.send(lines).answerWithoutBody().status();
      int second = connection.send(lines).answerWithoutBody().status();
      return first < 500 && first != 405 && first == second
          ? List.of()
          : List.of("HEAD %s was %d, then %d".formatted(endpoint.path(), first, second));
    } catch (UncheckedIOException e) {
      return List.of("HEAD " + endpoint.path() + ": " + e.getMessage());
    }
  }

  private static boolean isProblem(String body, int status) {
    try {
      JsonNode problem = JSON.readTree(body);
      return problem.path("status").asInt() == status
          && problem.path("type").asText().startsWith("urn:meridian:problem:")
          && !problem.path("detail").asText().isBlank()
          && problem.path("instance").asText().startsWith("/")
          && problem.path("traceId").asText().length() == 32;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a problem's errors name this place. */
  private static boolean points(String body, String place) {
    try {
      return JSON.readTree(body).path("errors").findValuesAsText("pointer").contains(place);
    } catch (IOException e) {
      return false;
    }
  }

  private static TreeSet<String> differing(Map<String, String> a, Map<String, String> b) {
    TreeSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    names.removeIf(name -> String.valueOf(a.get(name)).equals(b.get(name)));
    return names;
  }

  private JsonNode document() {
    try {
      URI address = URI.create(base + "/q/openapi?format=json");
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + Tokens.manager())
              .build();
      return JSON.readTree(send(request).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(request + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
