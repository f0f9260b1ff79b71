package io.meridian.console.browser;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.meridian.console.browser.Chromium.View;
import io.meridian.console.browser.Chromium.Window;
import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What others do is seen without a reload, and what one writes is never taken away. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveIT {
  private static final int SEEN_MILLIS_MAX = 2_000;

  @TestHTTPResource("/")
  URL url;

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.at(url.toString());
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  /** Opens My shift and waits until it listens. */
  private static Page listening(Window window, String path) {
    Page page = window.open(path);
    page.locator("#live").waitFor();
    await().atMost(Duration.ofSeconds(5)).until(() -> House.happens("handoff.noted", "x") > 0);
    return page;
  }

  @Test
  void anothers_acceptance_is_seen_within_two_seconds_and_said() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/shift");
      assertThat(page.locator("h2").first().innerText()).isEqualTo("7 coming to you");
      Stories.quiet();

      House.happens("handoff.accepted", Stories.GRAVE);

      page.locator("text=Nothing is coming.")
          .waitFor(new Locator.WaitForOptions().setTimeout(SEEN_MILLIS_MAX));
      assertThat(page.locator("#said").textContent()).isEqualTo("Coming to you");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void words_in_an_open_sheet_are_kept_and_the_reader_chooses_when_to_see_what_changed() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/handoffs/" + Stories.GRAVE);
      page.locator("summary", new Page.LocatorOptions().setHasText("Accept…")).first().click();
      page.getByLabel("In your words").fill("half a sentence");
      House.answers(
          "GET /api/v1/handoffs/" + Stories.GRAVE,
          Stories.handoff(1, "SEV2", "OFFERED", Stories.EWA, Stories.KIM, "Now it is milder"));

      House.happens("handoff.regraded", Stories.GRAVE);

      page.locator(".changed").waitFor();
      assertThat(page.getByLabel("In your words").inputValue()).isEqualTo("half a sentence");
      page.locator(".changed button").click();
      page.locator("text=Now it is milder").waitFor();
    }
  }

  @Test
  void a_stream_that_ends_is_taken_up_again_and_everything_is_fetched_once() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/shift");
      Stories.quiet();

      House.endStreams();

      page.locator("text=Nothing is coming.")
          .waitFor(new Locator.WaitForOptions().setTimeout(9_000));
      assertThat(page.locator("#not-live").isVisible()).isFalse();
      assertThat(page.locator("#shift").count()).isEqualTo(1);
    }
  }

  @Test
  void who_is_not_live_is_told_so() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/shift");
      House.answers("GET /api/v1/handoffs/stream", 503, 0, "{}");

      House.endStreams();

      page.locator("#not-live")
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(WaitForSelectorState.VISIBLE)
                  .setTimeout(35_000));
      assertThat(page.locator("#not-live").innerText()).startsWith("Not live since ");
    }
  }
}
