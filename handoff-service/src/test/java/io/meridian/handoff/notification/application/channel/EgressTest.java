package io.meridian.handoff.notification.application.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hostile URL, name or server can do: nothing. */
class EgressTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/inside", exchange -> answer(exchange, inside.incrementAndGet(), 200));
    server.createContext(
        "/redirect",
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("127.0.0.1", "/inside"));
          answer(exchange, 0, 302);
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[16 << 10];
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write(part);
            }
          } catch (IOException e) {
            over.countDown();
          }
        });
    server.createContext("/hangs", exchange -> hang());
    server.start();
  }

  private static void answer(HttpExchange exchange, int ignored, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void end() {
    over.countDown();
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private String url(String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }

  private Egress allowing(String... hosts) {
    return new Egress(List.of(hosts), InetAddress::getAllByName, vertx, 4);
  }

  private static int post(Egress egress, String url) throws SendFailure {
    return egress.post(url, Map.of("a", "b"), "{}".getBytes(UTF_8), PATIENCE).status();
  }

  @Test
  void an_allowed_host_is_reached() throws SendFailure {
    assertThat(post(allowing("127.0.0.1"), url("127.0.0.1", "/inside"))).isEqualTo(200);
    assertThat(inside).hasValue(1);
  }

  @Test
  void plain_http_and_private_addresses_are_refused_for_good() {
    for (String url :
        List.of(
            url("127.0.0.1", "/inside"),
            "https://127.0.0.1/inside",
            "https://localhost/inside",
            "https://[::ffff:127.0.0.1]/inside",
            "https://0x7f.1/inside",
            "https://user:pw@example.com/",
            "file:///etc/passwd",
            "https:///nowhere",
            "not a url")) {
      assertThatThrownBy(() -> post(allowing(), url))
          .as(url)
          .isInstanceOf(SendFailure.class)
          .satisfies(e -> assertThat(url.contains("0x7f") || isForGood(e)).isTrue());
    }
    assertThat(inside).hasValue(0);
  }

  private static boolean isForGood(Throwable failure) {
    return failure instanceof SendFailure refused && refused.isForGood();
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void a_name_that_also_means_a_private_address_is_refused() {
    InetAddress[] mixed = {literal("93.184.216.34"), literal("169.254.169.254")};
    Egress egress = new Egress(List.of(), host -> mixed, vertx, 4);
    assertThatThrownBy(() -> post(egress, "https://rebind.example/"))
        .isInstanceOf(SendFailure.class)
        .hasMessageContaining("not a public");
  }

  @Test
  void the_connection_goes_to_the_address_that_was_checked_and_the_name_is_asked_once()
      throws SendFailure {
    AtomicInteger asked = new AtomicInteger();
    Egress egress =
        new Egress(
            List.of("hook.example"),
            host -> {
              asked.incrementAndGet();
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            },
            vertx,
            4);
    assertThat(post(egress, url("hook.example", "/inside"))).isEqualTo(200);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_name_server_that_hangs_is_not_waited_for() {
    Egress egress =
        new Egress(
            List.of(),
            host -> {
              hang();
              throw new UnknownHostException(host);
            },
            vertx,
            4);
    assertThatThrownBy(
            () ->
                egress.post("https://slow.example/", Map.of(), new byte[0], Duration.ofMillis(200)))
        .isInstanceOf(SendFailure.class)
        .satisfies(e -> assertThat(isForGood(e)).isFalse());
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws SendFailure {
    assertThat(post(allowing("127.0.0.1"), url("127.0.0.1", "/redirect"))).isEqualTo(302);
    assertThat(inside).hasValue(0);
  }

  @Test
  void an_endless_answer_is_cut_off() throws Exception {
    assertThat(post(allowing("127.0.0.1"), url("127.0.0.1", "/endless"))).isEqualTo(200);
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void who_does_not_answer_in_time_may_be_asked_again() {
    Egress egress = allowing("127.0.0.1");
    assertThatThrownBy(
            () ->
                egress.post(
                    url("127.0.0.1", "/hangs"),
                    Map.of(),
                    "{}".getBytes(UTF_8),
                    Duration.ofMillis(300)))
        .isInstanceOf(SendFailure.class)
        .satisfies(e -> assertThat(isForGood(e)).isFalse());
  }
}
