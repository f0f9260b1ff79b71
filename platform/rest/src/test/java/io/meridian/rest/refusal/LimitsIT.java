package io.meridian.rest.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.rest.sample.SampleResource;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is taken: of one body, of one caller, of all at once. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class LimitsIT {
  private static final String SAMPLES = "/api/v1/samples";

  /** As in the settings of this test. */
  private static final int REQUESTS_MAX = 40;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void a_long_body_is_413_whether_it_tells_its_length_or_not() throws Exception {
    String body = sample(text(300_000));
    refused(send("POST", SAMPLES, BodyPublishers.ofString(body)), 413, "too-large");
    refused(send("POST", SAMPLES, ofUnknownLength(body)), 413, "too-large");
  }

  @Test
  void a_method_may_take_more_than_the_others_but_not_more_than_it_says() throws Exception {
    String large = "{\"a\":\"%s\"}".formatted("x".repeat(1_000_000));
    for (BodyPublisher body : List.of(BodyPublishers.ofString(large), ofUnknownLength(large))) {
      assertThat(send("PUT", SAMPLES + "/large", body).body()).isEqualTo("1000000");
    }

    String larger = "{\"a\":\"%s\"}".formatted("x".repeat(1_050_000));
    refused(send("PUT", SAMPLES + "/large", BodyPublishers.ofString(larger)), 413, "too-large");
    refused(send("PUT", SAMPLES + "/large", ofUnknownLength(larger)), 413, "too-large");
    refused(send("PUT", SAMPLES, BodyPublishers.ofString(larger)), 413, "too-large");
  }

  @Test
  void a_body_nested_too_deep_is_400() throws Exception {
    send("POST", SAMPLES, BodyPublishers.ofString(sample("[".repeat(50) + "]".repeat(50))));
    HttpResponse<String> answer =
        send("POST", SAMPLES, BodyPublishers.ofString(sample("[".repeat(90) + "]".repeat(90))));
    refused(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("too-complex");
  }

  @Test
  void a_body_of_too_many_parts_is_400() throws Exception {
    String parts = "{\"a\":\"\",\"b\":[" + "0,".repeat(500_000) + "0]}";
    HttpResponse<String> answer = send("PUT", SAMPLES + "/large", BodyPublishers.ofString(parts));
    refused(answer, 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/%", "/a%2"})
  void a_path_that_cannot_be_decoded_is_400(String path) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String request =
          "GET " + SAMPLES + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("urn:meridian:problem:invalid-request", "\"traceId\":\"", SAMPLES + path);
    }
  }

  @Test
  void a_caller_who_asks_too_often_waits_and_nobody_else_does() throws Exception {
    String eager = Tokens.of("eager", "tam", "manager");
    HttpResponse<String> answer;
    int asked = 0;
    do {
      answer = CLIENT.send(get("/caller", eager), BodyHandlers.ofString());
      asked++;
    } while (answer.statusCode() == 200 && asked < 4_000);

    refused(answer, 429, "too-many-requests");
    assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
    assertThat(asked).isGreaterThan(400);
    assertThat(
            CLIENT.send(get("/caller", Tokens.tam("calm")), BodyHandlers.ofString()).statusCode())
        .as("another caller")
        .isEqualTo(200);
    HttpRequest change =
        request(SAMPLES, eager)
            .header("If-Match", "\"7\"")
            .PUT(BodyPublishers.ofString(sample("1")))
            .build();
    assertThat(CLIENT.send(change, BodyHandlers.ofString()).statusCode())
        .as("the budget of changes")
        .isEqualTo(200);
  }

  @Test
  void requests_beyond_those_in_hand_are_503_until_some_are_answered() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.rangeClosed(0, REQUESTS_MAX)
            .mapToObj(
                i -> CLIENT.sendAsync(get("/waiting", Tokens.manager()), BodyHandlers.ofString()))
            .toList();
    HttpResponse<String> refused = anyOf(all).get();
    refused(refused, 503, "unavailable");
    assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
    HttpRequest document =
        HttpRequest.newBuilder(uri("/q/openapi"))
            .header("Authorization", "Bearer " + Tokens.manager())
            .build();
    assertThat(CLIENT.send(document, BodyHandlers.ofString()).statusCode())
        .as("what does not count")
        .isEqualTo(200);

    for (int answered = 0; answered < REQUESTS_MAX; ) {
      answered += SampleResource.release();
    }
    Stream<Integer> statuses = all.stream().map(one -> one.join().statusCode());
    assertThat(statuses.filter(status -> status == 200)).hasSize(REQUESTS_MAX);
    assertThat(send("POST", SAMPLES, BodyPublishers.ofString(sample("1"))).statusCode())
        .isEqualTo(201);
  }

  @SuppressWarnings("unchecked")
  private static <T> CompletableFuture<T> anyOf(List<CompletableFuture<T>> all) {
    return (CompletableFuture<T>) CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new));
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("urn:meridian:problem:" + code + "\"");
  }

  private static HttpResponse<String> send(String method, String path, BodyPublisher body)
      throws Exception {
    HttpRequest request = request(path, Tokens.manager()).method(method, body).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest get(String path, String token) {
    return request(SAMPLES + path, token).GET().build();
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static URI uri(String path) {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
  }

  private static BodyPublisher ofUnknownLength(String body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static String text(int length) {
    return '"' + "x".repeat(length) + '"';
  }

  private static String sample(String extra) {
    return "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1,\"extra\":" + extra + "}";
  }
}
