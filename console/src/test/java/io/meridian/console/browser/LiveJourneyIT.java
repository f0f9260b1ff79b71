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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What others do is seen without a reload, and what one writes is never taken away. A page that is
 * told looks by itself every two minutes only, so that what is waited for here came by the stream.
 */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveJourneyIT {
  private static final String STREAM = "GET /api/v1/handoffs/stream";
  private static final int MILLIS_MAX = 60_000;

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

  /** Opens a page and waits until it is told what happens, and has looked. */
  private static Page listening(Window window, String path) {
    window.page().setDefaultTimeout(MILLIS_MAX);
    int before = looks(path);
    Page page = window.open(path);
    page.locator("#live").waitFor();
    await().until(() -> looks(path) >= before + 2); // to paint it, and once it listened
    return page;
  }

  private static int looks(String path) {
    String asked = "GET /api/v1" + (path.equals("/shift") ? "/my/shift" : path);
    return (int) House.asked().stream().filter(one -> one.line().equals(asked)).count();
  }

  private static void hidden(Locator locator) {
    locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  @Test
  void anothers_acceptance_is_seen_on_my_shift_and_said() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/shift");
      assertThat(page.locator("h2").first().innerText()).isEqualTo("7 coming to you");
      Stories.quiet();

      House.happens("handoff.accepted", Stories.GRAVE);

      page.locator("text=Nothing is coming.").waitFor();
      page.locator("#said:text('coming to you')").waitFor(attached());
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void and_on_the_board() {
    try (Window window = chromium.window("manager-mia", "manager", View.DESKTOP)) {
      Page page = listening(window, "/board");
      assertThat(page.locator("h2[data-said]").innerText()).startsWith("3 not taken");
      Stories.quiet();

      House.happens("handoff.accepted", Stories.GRAVE);

      page.locator("h2:text('Everything offered is taken')").waitFor();
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_tam_is_not_told_everything_so_that_their_board_is_not_called_live() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = window.open("/board");
      await().until(() -> looks("/board") >= 2); // once it listened

      assertThat(page.locator("#board[data-partly]").count()).isEqualTo(1);
      assertThat(page.locator("#live").isVisible()).isFalse();
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
      assertThat(page.locator("text=Now it is milder").count()).isZero();

      page.locator(".changed button").click();
      page.locator("text=Now it is milder").waitFor();
      assertThat(page.getByLabel("In your words").inputValue()).isEqualTo("half a sentence");
      assertThat(page.locator(".changed").count()).isZero();
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void news_of_another_handoff_is_no_reason_to_look() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      String path = "/handoffs/" + Stories.GRAVE;
      Page page = listening(window, path);
      int before = looks(path);

      House.happens("handoff.accepted", Stories.id(1002));
      House.answers(
          "GET /api/v1" + path,
          Stories.handoff(1, "SEV2", "OFFERED", Stories.EWA, Stories.KIM, "Now it is milder"));
      House.happens("handoff.regraded", Stories.GRAVE);

      page.locator("text=Now it is milder").waitFor();
      assertThat(looks(path)).isEqualTo(before + 1);
    }
  }

  @Test
  void tabs_share_one_stream_and_the_next_takes_it_over() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page first = listening(window, "/shift");
      Page second = window.context().newPage();
      second.setDefaultTimeout(MILLIS_MAX);
      second.navigate("/shift");
      second.locator("#live").waitFor();
      assertThat(House.beats()).isEqualTo(1);

      first.close();
      second.locator("#live").waitFor();
      await().until(() -> streams() == 2);
      Stories.quiet();
      await().until(() -> House.happens("handoff.accepted", Stories.GRAVE) == 1);
      second.locator("text=Nothing is coming.").waitFor();
    }
  }

  private static long streams() {
    return House.asked().stream().filter(one -> one.line().equals(STREAM)).count();
  }

  @Test
  void who_is_not_live_is_told_so_and_all_is_right_again_when_the_stream_is_back() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = listening(window, "/shift");
      Stories.silence();
      House.answers(STREAM, 503, 0, "{}");

      House.breaksStreams();

      page.locator("#not-live").waitFor();
      assertThat(page.locator("#not-live").innerText())
          .matches("Not live since \\d\\d:\\d\\d\\. Below is what was known at \\d\\d:\\d\\d\\.");
      assertThat(page.locator("#live").isVisible()).isFalse();
      assertThat(page.locator("h2").first().innerText()).isEqualTo("7 coming to you");

      Stories.quiet();
      House.letsListen();

      page.locator("text=Nothing is coming.").waitFor();
      hidden(page.locator("#not-live"));
      assertThat(page.locator("#shift").count()).isEqualTo(1);
      assertThat(page.locator("h1").count()).isEqualTo(1);
    }
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }
}
