package io.meridian.rest.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Patience;
import io.meridian.testkit.RawConnection;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who holds a connection holds it for a time, and not as many as they like. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class HeldConnectionsIT {
  private static final int STREAMS_MAX = 5;
  private static final int REQUESTS_MAX = 40;

  private static RawConnection listen(String token, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add("GET /api/v1/samples/stream HTTP/1.1");
    lines.add("Host: x");
    lines.add("Authorization: Bearer " + token);
    lines.addAll(List.of(more));
    lines.addAll(List.of("", ""));
    return new RawConnection(RestAssured.port).send(lines.toArray(String[]::new));
  }

  @Test
  void a_subject_holds_five_streams_and_may_open_another_when_one_is_closed() {
    String token = Tokens.tam("tam-many");
    List<RawConnection> held = new ArrayList<>();
    try {
      for (int i = 0; i < STREAMS_MAX; i++) {
        RawConnection stream = listen(token);
        held.add(stream);
        assertThat(stream.answerWithoutBody().status()).isEqualTo(200);
      }
      RawConnection.Answer sixth = listen(token).answer();
      assertThat(sixth.status()).isEqualTo(429);
      assertThat(sixth.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(sixth.header("Retry-After")).isEqualTo("5");
      try (RawConnection other = listen(Tokens.tam("tam-other"))) {
        assertThat(other.answerWithoutBody().status()).as("somebody else").isEqualTo(200);
      }

      held.removeLast().close();
      Patience.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                RawConnection again = listen(token);
                int status = again.answerWithoutBody().status();
                if (status == 200) {
                  held.add(again);
                } else {
                  again.close();
                }
                assertThat(status).isEqualTo(200);
              });
    } finally {
      held.forEach(RawConnection::close);
    }
  }

  @Test
  void a_stream_ends_with_its_token() {
    Instant now = Clock.systemUTC().instant();
    Instant end = now.plusSeconds(3);
    String token = Tokens.of(Tokens.ISSUER, "tam-brief", now, end, Set.of("tam"));
    try (RawConnection stream = listen(token)) {
      assertThat(stream.answerWithoutBody().status()).isEqualTo(200);

      assertThatThrownBy(stream::readToEnd).hasMessageContaining("hung up");

      assertThat(Duration.between(end, Clock.systemUTC().instant()))
          .isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(5));
    }
  }

  @Test
  void a_stream_is_one_whatever_its_caller_says_to_accept() {
    List<RawConnection> held = new ArrayList<>();
    try {
      for (int i = 0; i < REQUESTS_MAX; i++) {
        RawConnection stream = listen(Tokens.tam("tam-" + i), "Accept: */*");
        held.add(stream);
        assertThat(stream.answerWithoutBody().status()).isEqualTo(200);
      }
      assertThat(
              RestAssured.given()
                  .auth()
                  .oauth2(Tokens.manager())
                  .get("/api/v1/samples")
                  .statusCode())
          .as("streams do not count as requests in hand")
          .isEqualTo(200);
    } finally {
      held.forEach(RawConnection::close);
    }
  }

  @Test
  void who_says_to_accept_a_stream_where_there_is_none_counts_like_everybody() {
    List<RawConnection> held = new ArrayList<>();
    try {
      for (int i = 0; i < REQUESTS_MAX; i++) {
        held.add(waiting());
      }
      Patience.await()
          .until(() -> io.meridian.rest.sample.SampleResource.waitingNow() == REQUESTS_MAX);
      held.add(waiting());
      assertThat(held.getLast().answer().status()).isEqualTo(503);
    } finally {
      held.forEach(RawConnection::close);
      io.meridian.rest.sample.SampleResource.release();
    }
  }

  private static RawConnection waiting() {
    return new RawConnection(RestAssured.port)
        .send(
            "GET /api/v1/samples/waiting HTTP/1.1",
            "Host: x",
            "Accept: text/event-stream, text/plain",
            "Authorization: Bearer " + Tokens.manager(),
            "",
            "");
  }

  @Test
  void a_body_that_does_not_come_to_its_end_in_time_is_408_and_the_connection_closes() {
    for (String length : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
      try (RawConnection connection = new RawConnection(RestAssured.port)) {
        connection.send(
            "POST /api/v1/samples HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Authorization: Bearer " + Tokens.manager(),
            length,
            "",
            length.startsWith("T") ? "1\r\n{\r\n" : "{");

        RawConnection.Answer answer = connection.answer();
        assertThat(answer.status()).as(length).isEqualTo(408);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("urn:meridian:problem:request-timeout\"");
        assertThatThrownBy(connection::answer).hasMessageContaining("hung up after []");
      }
    }
  }

  @Test
  void keeping_the_connection_busy_wins_no_time() throws Exception {
    Instant began = Clock.systemUTC().instant();
    try (RawConnection connection = new RawConnection(RestAssured.port)) {
      connection.send(
          "POST /api/v1/samples HTTP/1.1",
          "Host: x",
          "Content-Type: application/json",
          "Authorization: Bearer " + Tokens.manager(),
          "Content-Length: 100",
          "",
          "{");
      for (int i = 0; i < 8; i++) {
        Thread.sleep(200);
        connection.send(" ");
      }
      assertThat(connection.answer().status()).isEqualTo(408);
    }
    assertThat(Duration.between(began, Clock.systemUTC().instant()))
        .isLessThan(Duration.ofSeconds(10));
  }
}
