package io.meridian.rest.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.rest.sample.SampleResource;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP beside the body: codings, expectations, hosts, empty chunks, HEAD. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class WireIT {
  private static final String SAMPLES = "/api/v1/samples";
  private static final String GOOD = "{\"title\":\"t\",\"colour\":\"RED\",\"count\":1}";
  private static final String HOST = "Host: x";
  private static final String EMPTY = "";

  private static RawConnection.Answer send(String method, String path, String... more) {
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send(request(method, path, more));
      return method.equals("HEAD") ? connection.answerWithoutBody() : connection.answer();
    }
  }

  private static String[] request(String method, String path, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + path + " HTTP/1.1");
    lines.add("Authorization: Bearer " + Tokens.of("wire", "tam", "manager", "admin"));
    lines.add("Content-Type: application/json");
    lines.addAll(List.of(more));
    return lines.toArray(String[]::new);
  }

  private static String length(String body) {
    return "Content-Length: " + body.length();
  }

  private static void refused(RawConnection.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("urn:meridian:problem:" + code + "\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip", "surely-unknown"})
  void a_coding_that_is_not_read_is_415_and_the_answer_says_which_is(String coding) {
    RawConnection.Answer answer =
        send("POST", SAMPLES, HOST, "Content-Encoding: " + coding, length(GOOD), EMPTY, GOOD);
    refused(answer, 415, "unsupported-content-encoding");
    assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", ""})
  void no_coding_passes(String coding) {
    assertThat(
            send("POST", SAMPLES, HOST, "Content-Encoding: " + coding, length(GOOD), EMPTY, GOOD)
                .status())
        .isEqualTo(201);
  }

  @Test
  void who_asks_before_sending_a_body_is_told_to_go_on() {
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send(
          request("POST", SAMPLES, HOST, "Expect: 100-continue", length(GOOD), EMPTY, EMPTY));
      assertThat(connection.answer().status()).isEqualTo(100);
      connection.send(GOOD);
      assertThat(connection.answer().status()).isEqualTo(201);
    }
  }

  @Test
  void who_asks_before_sending_too_long_a_body_need_not_send_it() {
    refused(
        send("POST", SAMPLES, HOST, "Expect: 100-continue", "Content-Length: 300000", EMPTY, EMPTY),
        413,
        "too-large");
  }

  @Test
  void another_expectation_is_417() {
    refused(
        send("POST", SAMPLES, HOST, "Expect: 200-ok", length(GOOD), EMPTY, GOOD),
        417,
        "expectation-failed");
  }

  @Test
  void a_request_names_one_host() {
    refused(send("GET", SAMPLES, EMPTY, EMPTY), 400, "invalid-request");
    refused(send("GET", SAMPLES, HOST, "Host: y", EMPTY, EMPTY), 400, "invalid-request");
    refused(send("GET", SAMPLES, "Host: a b", EMPTY, EMPTY), 400, "invalid-request");
    assertThat(send("GET", SAMPLES, HOST, EMPTY, EMPTY).status()).isEqualTo(200);
  }

  @Test
  void an_empty_chunked_body_is_answered_like_no_body() {
    String chunked = "Transfer-Encoding: chunked";
    refused(send("POST", SAMPLES, HOST, chunked, EMPTY, "0", EMPTY, EMPTY), 400, "invalid-request");
    assertThat(send("GET", SAMPLES, HOST, chunked, EMPTY, "0", EMPTY, EMPTY).status())
        .isEqualTo(200);
    assertThat(
            send("PUT", SAMPLES, HOST, chunked, "If-Match: \"7\"", EMPTY, "0", EMPTY, EMPTY)
                .status())
        .isEqualTo(200);
  }

  @Test
  void an_empty_chunked_body_may_come_after_its_head() {
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send(request("POST", SAMPLES, HOST, "Transfer-Encoding: chunked", EMPTY, EMPTY));
      connection.send("0", EMPTY, EMPTY);
      refused(connection.answer(), 400, "invalid-request");
      connection.send(request("GET", SAMPLES, HOST, EMPTY, EMPTY));
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void head_is_answered_like_get_without_the_body() {
    RawConnection.Answer get = send("GET", SAMPLES, HOST, EMPTY, EMPTY);
    RawConnection.Answer head = send("HEAD", SAMPLES, HOST, EMPTY, EMPTY);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    String unknown = SAMPLES + "/0198c0de-0000-7000-8000-000000000000";
    assertThat(send("HEAD", unknown, HOST, EMPTY, EMPTY).status()).isEqualTo(404);
  }

  @Test
  void options_and_405_name_the_same_methods() {
    String asked = send("OPTIONS", SAMPLES, HOST, EMPTY, EMPTY).header("Allow");
    String refused = send("DELETE", SAMPLES, HOST, EMPTY, EMPTY).header("Allow");
    assertThat(refused).isEqualTo("GET, HEAD, OPTIONS, POST, PUT");
    assertThat(asked.split(", ")).containsExactlyInAnyOrder(refused.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Content-Length: 3\r\nContent-Length: 4"
      })
  void a_body_whose_end_others_may_see_elsewhere_is_400_and_nothing_after_it_is_read(
      String lengths) {
    int effects = SampleResource.effects();
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send(request("POST", SAMPLES, HOST, lengths, EMPTY, "0", EMPTY, EMPTY));
      connection.send(request("POST", SAMPLES, HOST, length(GOOD), EMPTY, GOOD));

      assertThat(connection.answer().status()).isEqualTo(400);
      assertThatThrownBy(connection::answer).hasMessageContaining("hung up after []");
    }
    assertThat(SampleResource.effects()).isEqualTo(effects);
  }

  @ParameterizedTest
  @ValueSource(strings = {SAMPLES, "/api/v1/nothing", "/%zz", "/q/openapi", "/q/swagger-ui/"})
  void browsers_are_told_with_every_answer_to_make_nothing_else_of_it(String path) {
    RawConnection.Answer answer = send("GET", path, HOST, EMPTY, EMPTY);

    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    if (path.startsWith("/api/")) {
      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }
  }
}
