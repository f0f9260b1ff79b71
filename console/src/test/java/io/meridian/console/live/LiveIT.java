package io.meridian.console.live;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.stub.House;
import io.meridian.console.stub.House.Asked;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser hears, without one. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class LiveIT {
  private static final String STREAM = "GET /api/v1/handoffs/stream";
  private static final int PAGES = 200;

  @TestHTTPResource("/live")
  URI live;

  @BeforeEach
  @AfterEach
  void arrange() {
    House.reset();
  }

  private LiveStream listen() {
    return LiveStream.at(live, null);
  }

  @Test
  void it_begins_with_everything_and_tells_names_and_no_data() {
    try (LiveStream stream = listen()) {
      stream.waitFor("data:*");
      House.happens("handoff.accepted", Stories.GRAVE);
      stream.waitFor("data:handoff/" + Stories.GRAVE + " shift board");

      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
      assertThat(stream.lines())
          .contains("event:changed", "id:7")
          .noneMatch(line -> line.contains("secret"));
    }
  }

  @Test
  void the_services_beat_is_the_browsers() {
    try (LiveStream stream = listen()) {
      stream.waitFor("data:*");
      House.beats();
      stream.waitFor("event:beat");
    }
  }

  @Test
  void the_service_is_asked_with_the_readers_token_and_for_what_they_missed() {
    try (LiveStream stream = LiveStream.at(live, "0.7-1.3")) {
      stream.waitFor("data:*");
    }

    Asked asked = House.asked().getFirst();
    assertThat(asked.line()).isEqualTo(STREAM);
    assertThat(asked.bearer()).startsWith("Bearer ey");
    assertThat(asked.lastEventId()).isEqualTo("0.7-1.3");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 503})
  void whoever_the_service_refuses_hears_nothing_and_is_let_go(int status) {
    House.answers(STREAM, status, 0, "{\"status\":" + status + "}");

    try (LiveStream stream = listen()) {
      stream.waitForEnd();
      assertThat(stream.lines()).noneMatch(line -> line.startsWith("data"));
    }
  }

  @Test
  void nobody_hears_nothing() {
    given().redirects().follow(false).get(live).then().statusCode(303);
    assertThat(House.asked()).isEmpty();
  }

  @Test
  void when_the_service_breaks_off_the_browser_is_let_go_and_may_come_back() {
    try (LiveStream stream = listen()) {
      stream.waitFor("data:*");
      House.breaksStreams();
      stream.waitForEnd();
    }
    try (LiveStream again = listen()) {
      again.waitFor("data:*");
    }
  }

  @Test
  void who_leaves_is_heard_for_no_more() {
    try (LiveStream stream = listen()) {
      stream.waitFor("data:*");
      assertThat(House.beats()).isEqualTo(1);
    }
    await().until(() -> House.beats() == 0);
  }

  @Test
  void two_hundred_pages_hear_and_take_no_thread_each() {
    List<LiveStream> pages = IntStream.range(0, PAGES).mapToObj(i -> listen()).toList();
    try {
      pages.forEach(page -> page.waitFor("data:*"));
      assertThat(House.happens("shift.started", Stories.GRAVE)).isEqualTo(PAGES);
      pages.forEach(page -> page.waitFor("data:shift board"));

      long workers =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("executor-thread-"))
              .count();
      assertThat(workers).isLessThan(PAGES / 2);
    } finally {
      pages.forEach(LiveStream::close);
    }
  }
}
