package io.meridian.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.meridian.local.stack.Part;
import io.meridian.testkit.FreePorts;
import io.meridian.testkit.Patience;
import io.meridian.testkit.RawConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

  private final Map<Part, Integer> ports =
      Map.of(
          Part.DOOR, FreePorts.next(),
          Part.CUSTOMER, FreePorts.next(),
          Part.ESCALATION, FreePorts.next(),
          Part.HANDOFF, FreePorts.next(),
          Part.METRICS, FreePorts.next(),
          Part.CONSOLE, FreePorts.next());
  private final FrontDoor door = new FrontDoor(ports::get);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<HttpServer> others = new ArrayList<>();
  private HttpServer metrics;

  @BeforeEach
  void open() throws Exception {
    metrics =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(Part.METRICS)), 10);
    metrics.createContext(
        "/",
        exchange -> {
          byte[] answer =
              (exchange.getRequestMethod()
                      + " "
                      + exchange.getRequestURI()
                      + new String(
                          exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(200, head ? -1 : answer.length);
          exchange.getResponseBody().write(head ? new byte[0] : answer);
          exchange.close();
        });
    metrics.createContext(
        "/api/v1/gaps/headers",
        exchange -> {
          String headers =
              exchange.getRequestHeaders().entrySet().stream()
                  .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                  .collect(Collectors.joining("\n"));
          byte[] answer = headers.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    metrics.createContext("/api/v1/gaps/broken", exchange -> exchange.close());
    metrics.start();
    door.open();
  }

  @AfterEach
  void close() {
    door.close();
    metrics.stop(0);
    others.forEach(service -> service.stop(0));
  }

  @Test
  void it_passes_a_request_on_with_its_query() throws Exception {
    assertThat(get("/api/v1/gaps?from=2026-01-01T00:00:00Z&limit=3").body())
        .isEqualTo("GET /api/v1/gaps?from=2026-01-01T00:00:00Z&limit=3");
  }

  @Test
  void a_stream_of_events_is_passed_on_as_it_comes() throws Exception {
    var goOn = new CountDownLatch(1);
    metrics.createContext(
        "/api/v1/gaps/stream",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("event: first\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    URI uri = URI.create("http://127.0.0.1:" + ports.get(Part.DOOR) + "/api/v1/gaps/stream");
    HttpResponse<InputStream> response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
    // the service has not ended its answer, and the first event is there
    byte[] first = response.body().readNBytes("event: first\n\n".length());
    assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("event: first\n\n");
    goOn.countDown();
  }

  @Test
  void more_listeners_than_a_service_gets_connections_keep_no_page_waiting() throws Exception {
    HttpServer console =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(Part.CONSOLE)), 500);
    console.createContext(
        "/live",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("event: first\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        });
    console.createContext(
        "/shift",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    console.start();
    URI live = URI.create("http://127.0.0.1:" + ports.get(Part.DOOR) + "/live");
    List<InputStream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        streams.add(
            client
                .send(
                    HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body());
      }

      assertThat(get("/shift").statusCode()).isEqualTo(200);
    } finally {
      for (InputStream stream : streams) {
        stream.close();
      }
      console.stop(0);
    }
  }

  @Test
  void it_passes_a_body_on_whatever_protocol_the_client_would_like() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + ports.get(Part.DOOR) + "/api/v1/gaps");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .version(HttpClient.Version.HTTP_2)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("POST /api/v1/gaps{}");
  }

  @Test
  void it_takes_the_services_name_off_a_path_to_its_operations() throws Exception {
    assertThat(get("/services/metrics/q/openapi").body()).isEqualTo("GET /q/openapi");
    assertThat(get("/services/metrics/q/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void a_service_that_is_down_is_a_problem_to_try_again_later() throws Exception {
    HttpResponse<String> answer = get("/api/v1/shifts");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    assertThat(answer.body())
        .contains("urn:meridian:problem:service-unavailable", "handoff-service", "/api/v1/shifts");
  }

  @Test
  void a_service_that_breaks_off_is_a_bad_gateway() throws Exception {
    HttpResponse<String> answer = get("/api/v1/gaps/broken");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("urn:meridian:problem:bad-gateway");
  }

  @Test
  void a_path_that_nobody_answers_is_a_problem_too() throws Exception {
    HttpResponse<String> answer = get("/api/v1/nope");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void the_service_sees_the_host_that_the_caller_named() throws Exception {
    assertThat(raw("GET /api/v1/gaps/headers HTTP/1.1", "Host: door.example:8080", "", "").body())
        .contains("Host: door.example:8080");
  }

  @Test
  void the_service_is_told_where_a_request_came_from_whatever_the_caller_says() {
    assertThat(
            raw(
                    "GET /api/v1/gaps/headers HTTP/1.1",
                    "Host: x",
                    "X-Forwarded-For: 203.0.113.7",
                    "Forwarded: for=203.0.113.7",
                    "",
                    "")
                .body())
        .containsIgnoringCase("X-Forwarded-For: 127.0.0.1")
        .doesNotContain("203.0.113.7");
  }

  @Test
  void who_asks_before_sending_a_body_is_told_to_go_on_by_the_door() throws Exception {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      connection.send(
          "POST /api/v1/gaps HTTP/1.1",
          "Host: x",
          "Expect: 100-continue",
          "Content-Length: 2",
          "",
          "");
      assertThat(connection.answer().status()).isEqualTo(100);
      connection.send("{}");
      assertThat(connection.answer().body()).isEqualTo("POST /api/v1/gaps{}");
    }
  }

  @Test
  void an_expectation_goes_no_further_than_the_door() {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      connection.send(
          "PUT /api/v1/gaps/headers HTTP/1.1",
          "Host: x",
          "Expect: 100-continue",
          "Content-Length: 2",
          "",
          "{}");
      assertThat(connection.answer().status()).isEqualTo(100);
      assertThat(connection.answer().body()).contains("Host: x").doesNotContain("Expect");
    }
    RawConnection.Answer other =
        raw("GET /api/v1/gaps HTTP/1.1", "Host: x", "Expect: 200-ok", "", "");
    assertThat(other.status()).isEqualTo(417);
    assertThat(other.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void a_request_names_one_host() {
    assertThat(raw("GET /api/v1/gaps HTTP/1.1", "", "").status()).isEqualTo(400);
    assertThat(raw("GET /api/v1/gaps HTTP/1.1", "Host: x", "Host: y", "", "").status())
        .isEqualTo(400);
    assertThat(raw("GET / HTTP/1.1", "", "").status()).isEqualTo(400);
    assertThat(raw("GET /api/v1/gaps HTTP/1.0", "", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "Content-Length: 3\r\nContent-Length: 4"
      })
  void a_body_whose_end_others_may_see_elsewhere_goes_no_further_than_the_door(String lengths) {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      connection.send(
          "POST /api/v1/gaps HTTP/1.1", "Host: x", lengths, "", "0", "", "GET / HTTP/1.1", "", "");

      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThatThrownBy(connection::answer).hasMessageContaining("hung up after []");
    }
  }

  @Test
  void a_body_that_does_not_come_to_its_end_in_time_is_408_and_the_connection_closes()
      throws Exception {
    reopen(new DoorLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 8, 8, 8));
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      connection.send("POST /api/v1/gaps HTTP/1.1", "Host: x", "Content-Length: 100", "", "{");
      for (int i = 0; i < 3; i++) {
        Thread.sleep(200);
        connection.send(" ");
      }

      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThatThrownBy(connection::answer).hasMessageContaining("hung up after []");
    }
    assertThat(get("/api/v1/gaps").statusCode()).as("others").isEqualTo(200);
  }

  private void reopen(DoorLimits limits) {
    door.close();
    door.with(limits).open();
  }

  private static DoorLimits limits(Duration patience, int requests, int connections) {
    return new DoorLimits(Duration.ofSeconds(30), patience, requests, 8, connections);
  }

  @Test
  void a_body_that_is_not_complete_takes_up_nobodys_turn() throws Exception {
    reopen(limits(Duration.ofSeconds(5), 1, 8));
    List<RawConnection> held = new ArrayList<>();
    try {
      for (String length : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
        held.add(unfinished(length));
      }
      assertThat(get("/api/v1/gaps").body()).isEqualTo("GET /api/v1/gaps");
    } finally {
      held.forEach(RawConnection::close);
    }
  }

  private RawConnection unfinished(String length) {
    return new RawConnection(ports.get(Part.DOOR))
        .send("POST /api/v1/gaps HTTP/1.1", "Host: x", length, "", "");
  }

  @Test
  void streams_take_up_nobodys_turn() throws Exception {
    CountDownLatch goOn = held(Part.HANDOFF, "/api/v1/handoffs/stream");
    reopen(limits(Duration.ofSeconds(5), 1, 8));
    try (RawConnection stream = new RawConnection(ports.get(Part.DOOR))) {
      stream.send("GET /api/v1/handoffs/stream HTTP/1.1", "Host: x", "", "");
      assertThat(stream.answerWithoutBody().status()).isEqualTo(200);

      assertThat(get("/api/v1/handoffs/1").statusCode()).isEqualTo(404);
    } finally {
      goOn.countDown();
    }
  }

  @Test
  void who_waits_too_long_for_their_turn_is_told_to_try_again() throws Exception {
    CountDownLatch goOn = held(Part.HANDOFF, "/api/v1/handoffs/slow");
    reopen(limits(Duration.ofMillis(100), 1, 8));
    try (RawConnection slow = new RawConnection(ports.get(Part.DOOR))) {
      slow.send("GET /api/v1/handoffs/slow HTTP/1.1", "Host: x", "", "");
      assertThat(slow.answerWithoutBody().status()).isEqualTo(200);

      HttpResponse<String> second = get("/api/v1/handoffs/1");

      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("retry-after")).hasValue("1");
      assertThat(second.body()).contains("handoff-service has too much to do");
    } finally {
      goOn.countDown();
    }
  }

  @Test
  void a_peer_holds_so_many_connections_and_may_open_another_when_one_is_closed() {
    reopen(limits(Duration.ofSeconds(5), 8, 2));
    try (RawConnection first = new RawConnection(ports.get(Part.DOOR))) {
      RawConnection second = new RawConnection(ports.get(Part.DOOR));
      for (RawConnection one : List.of(first, second)) {
        assertThat(one.send("GET /api/v1/gaps HTTP/1.1", "Host: x", "", "").answer().status())
            .isEqualTo(200);
      }
      try (RawConnection third = new RawConnection(ports.get(Part.DOOR))) {
        RawConnection.Answer answer =
            third.send("GET /api/v1/gaps HTTP/1.1", "Host: x", "", "").answer();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThatThrownBy(third::answer).hasMessageContaining("hung up after []");
      }
      second.close();
      Patience.await()
          .until(() -> raw("GET /api/v1/gaps HTTP/1.1", "Host: x", "", "").status() == 200);
    }
  }

  @Test
  void a_body_that_no_service_takes_is_413_and_the_connection_closes() {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      connection.send("POST /api/v1/gaps HTTP/1.1", "Host: x", "Content-Length: 9000000", "", "");
      connection.send("x".repeat((8 << 20) + 1));

      assertThat(connection.answer().status()).isEqualTo(413);
      assertThatThrownBy(connection::answer).hasMessageContaining("hung up after []");
    }
  }

  /** A service whose answer to a path begins and does not end before it is told to. */
  private CountDownLatch held(Part part, String path) throws IOException {
    CountDownLatch goOn = new CountDownLatch(1);
    HttpServer service =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(part)), 10);
    service.setExecutor(Executors.newCachedThreadPool());
    service.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("begun".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    service.start();
    others.add(service);
    return goOn;
  }

  @Test
  void browsers_are_told_with_the_doors_own_answers_to_make_nothing_else_of_them() {
    for (String path : List.of("/", "/nothing", "/api/v1/shifts")) {
      RawConnection.Answer answer = raw("GET " + path + " HTTP/1.1", "Host: x", "", "");
      DoorAnswers.HEADERS.forEach(
          (name, value) -> assertThat(answer.header(name)).as(path + name).isEqualTo(value));
    }
    assertThat(DoorAnswers.HEADERS).containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void an_empty_chunked_body_is_passed_on_at_once() {
    for (String verb : List.of("POST", "PUT", "PATCH", "DELETE", "GET")) {
      RawConnection.Answer answer =
          raw(
              verb + " /api/v1/gaps HTTP/1.1",
              "Host: x",
              "Transfer-Encoding: chunked",
              "",
              "0",
              "",
              "");
      assertThat(answer.body()).isEqualTo(verb + " /api/v1/gaps");
    }
  }

  @Test
  void head_is_passed_on() {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      for (int i = 0; i < 2; i++) {
        connection.send("HEAD /api/v1/gaps HTTP/1.1", "Host: x", "", "");
        assertThat(connection.answerWithoutBody().status()).isEqualTo(200);
      }
    }
  }

  private RawConnection.Answer raw(String... lines) {
    try (RawConnection connection = new RawConnection(ports.get(Part.DOOR))) {
      return connection.send(lines).answer();
    }
  }

  @Test
  void it_names_every_services_documents() throws Exception {
    assertThat(get("/services").body())
        .contains("/services/customer/q/openapi", "/services/handoff/q/swagger-ui/");
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + ports.get(Part.DOOR) + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
