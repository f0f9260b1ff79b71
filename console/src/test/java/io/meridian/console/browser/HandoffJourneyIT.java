package io.meridian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kim takes over: with a thumb, with the keyboard alone, and without scripts. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoffJourneyIT {
  private static final String WORDS = "Kiosks are down, I confirm Warsaw first";

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
    for (int number = 1; number <= 7; number++) {
      String taken = Stories.handoff(number, "SEV1", "ACCEPTED", Stories.EWA, Stories.KIM, "x");
      for (String act : new String[] {"acceptance", "decline", "query"}) {
        House.answers("POST /api/v1/handoffs/" + Stories.id(1000 + number) + "/" + act, taken);
      }
    }
    House.answers(
        "POST /api/v1/handoffs/accept",
        "{\"items\":[{\"id\":\"%s\",\"status\":200,\"problem\":null}]}"
            .formatted(Stories.id(1004)));
  }

  private Window kim(View view) {
    return chromium.window(Stories.KIM, "tam", view);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void summary(Page page, String name) {
    page.locator("summary", new Page.LocatorOptions().setHasText(name)).first().click();
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void from_the_messages_link_a_sev3_is_accepted_with_one_tap_more(boolean scripts) {
    try (Window window = kim(scripts ? View.PHONE : View.PHONE.withoutScripts())) {
      Page page = window.open("/handoffs/" + Stories.id(1004)); // the first tap: the link
      button(page, "Accept").click(); // the second

      assertThat(page.locator(".notice").innerText()).contains("is yours from");
      assertThat(House.written()).singleElement().extracting(House.Asked::body).isEqualTo("{}");
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void from_the_messages_link_a_sev1_is_accepted_with_two_taps_and_words(boolean scripts) {
    try (Window window = kim(scripts ? View.PHONE : View.PHONE.withoutScripts())) {
      Page page = window.open("/handoffs/" + Stories.GRAVE); // the first tap: the link
      summary(page, "Accept…"); // the second
      page.getByLabel("In your words").fill(WORDS);
      button(page, "I have it").click(); // the third

      assertThat(page.locator(".notice").innerText()).contains("is yours from");
      assertThat(House.written().getLast().body())
          .isEqualTo(
              "{\"readBack\":\""
                  + WORDS
                  + "\",\"takes\":[\"confirm that Warsaw recovers\",\"call Helena\"]}");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void on_my_shift_all_of_severity_3_and_4_are_one_tap() {
    try (Window window = kim(View.PHONE)) {
      Page page = window.open("/shift");
      button(page, "Accept all 4 of SEV3–4").click();

      assertThat(page.locator(".notice").innerText()).contains("1 handoff is yours.");
      assertThat(House.written().getLast().body())
          .contains(Stories.id(1004), Stories.id(1005), Stories.id(1006), Stories.id(1007))
          .doesNotContain(Stories.GRAVE);
    }
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void who_is_not_offered_it_takes_over_and_holds(boolean scripts) {
    Stories.plainPages();
    House.answers("POST /api/v1/accountability/ESC-1001/takeover", "{}");
    House.answers("POST /api/v1/accountability/ESC-1001/hold", "{}");
    try (Window window = kim(scripts ? View.PHONE : View.PHONE.withoutScripts())) {
      Page page = window.open("/escalations/ESC-1001");
      summary(page, "Take over");
      page.getByLabel("In your words").fill(WORDS);
      button(page, "Take over").click();
      assertThat(page.locator(".notice").innerText()).startsWith("ESC-1001 is yours.");

      summary(page, "Hold until…");
      page.getByLabel("Until when").fill("2027-01-04T18:00");
      button(page, "Hold").click();
      assertThat(page.locator(".notice").innerText()).startsWith("You attend to ESC-1001 until");

      assertThat(House.written())
          .extracting(House.Asked::body)
          .containsExactly(
              "{\"readBack\":\"" + WORDS + "\"}", "{\"until\":\"2027-01-04T23:00:00Z\"}");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_manager_assigns_from_the_board_without_scripts() {
    House.answers(
        "POST /api/v1/handoffs/" + Stories.GRAVE + "/assignment",
        Stories.handoff(1, "SEV1", "ASSIGNED_BY_LEAD", Stories.EWA, Stories.KIM, "x"));
    try (Window window = chromium.window("manager-mia", "manager", View.PHONE.withoutScripts())) {
      Page page = window.open("/board");
      summary(page, "Assign… ESC-1001");
      page.getByLabel("Whom?").first().selectOption("tam-kim");
      page.getByLabel("Why them?").first().fill("on duty");
      button(page, "Assign").click();

      assertThat(page.locator(".notice").innerText()).isEqualTo("ESC-1001 is assigned.");
      assertThat(page.locator("h1").innerText()).isEqualTo("Board");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void words_that_are_refused_are_kept_and_the_sheet_is_open() {
    House.refuses("POST /api/v1/handoffs/" + Stories.GRAVE + "/acceptance", 400, "Too short", "");
    try (Window window = kim(View.PHONE)) {
      Page page = window.open("/handoffs/" + Stories.GRAVE);
      summary(page, "Accept…");
      page.getByLabel("In your words").fill(WORDS);
      button(page, "I have it").click();

      assertThat(page.getByLabel("In your words").inputValue()).isEqualTo(WORDS);
      assertThat(page.getByLabel("In your words").isVisible()).isTrue();
    }
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void asking_and_declining_take_words(boolean scripts) {
    try (Window window = kim(scripts ? View.PHONE : View.PHONE.withoutScripts())) {
      Page page = window.open("/handoffs/" + Stories.GRAVE);
      summary(page, "Ask");
      page.getByLabel("Your question to Ewa Nowak").fill("Rolled back already?");
      button(page, "Send").click();
      assertThat(page.locator(".notice").innerText()).isEqualTo("Your question is with Ewa Nowak.");

      summary(page, "Decline");
      page.getByLabel("Why not you?").fill("on another SEV1");
      button(page, "Decline").click();
      assertThat(page.locator(".notice").innerText()).isEqualTo("You declined ESC-1001.");
    }
  }

  @Test
  void the_keyboard_alone_logs_in_accepts_asks_and_logs_out() {
    try (Window window = chromium.window("", "", View.DESKTOP)) {
      Page page = window.open("/login?to=/handoffs/" + Stories.GRAVE);
      press(page, "Kim Carter");
      assertThat(page.locator("h1").innerText()).contains("ESC-1001");

      press(page, "Accept…");
      tabTo(page, "textarea");
      page.keyboard().type(WORDS);
      press(page, "I have it");
      assertThat(page.locator(".notice").innerText()).contains("is yours from");

      press(page, "More");
      press(page, "Log out");
      page.waitForURL("**/login");
    }
  }

  /** Goes on by Tab until what has the focus bears this name, and presses Enter. */
  private static void press(Page page, String name) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      String text = (String) page.evaluate("document.activeElement.innerText ?? ''");
      if (text.strip().startsWith(name)) {
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
            .as("one sees where the focus is")
            .isEqualTo("solid");
        page.keyboard().press("Enter");
        page.waitForLoadState();
        return;
      }
    }
    throw new AssertionError("no Tab leads to " + name);
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 20; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return;
      }
    }
    throw new AssertionError("no Tab leads to " + selector);
  }
}
