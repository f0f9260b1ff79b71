package io.meridian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.meridian.console.browser.Chromium.View;
import io.meridian.console.browser.Chromium.Window;
import io.meridian.console.stub.Calendars;
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

/** The calendar is changed from a phone, with and without scripts, and by two at once. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarJourneyIT {
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
    Calendars.month();
    Calendars.leaveOf(5);
    Calendars.changes();
    Calendars.explanation();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void a_tam_sees_what_a_leave_would_change_and_enters_it(boolean scripts) {
    House.answers("POST /api/v1/leaves", 201, 0, "{\"id\":\"x\"}");
    View view = scripts ? View.PHONE : View.PHONE.withoutScripts();
    try (Window window = chromium.window(Stories.KIM, "tam", view)) {
      Page page = window.open("/calendar");
      follow(page, "Enter leave…");
      page.getByLabel("From").fill("2027-01-04T00:00");
      page.getByLabel("Until").fill("2027-01-09T00:00");
      press(page, "Show what it would change");
      assertThat(page.locator("h2").first().innerText()).isEqualTo("It makes a hole");

      page.getByLabel("Reason").fill("dentist");
      press(page, "Enter it with the hole");
      assertThat(page.locator(".notice").innerText()).startsWith("It is entered, and in force.");
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void of_two_managers_the_second_sees_it_again_and_loses_nothing(boolean scripts) {
    House.refuses("POST /api/v1/overrides", 412, "The resource has changed", "");
    View view = scripts ? View.PHONE : View.PHONE.withoutScripts();
    try (Window window = chromium.window("manager-mia", "manager", view)) {
      Page page = window.open("/calendar/shifts/" + Stories.id(1));
      page.locator("summary", new Page.LocatorOptions().setHasText("Change who is on")).click();
      page.getByLabel("Who goes").selectOption("tam-kim");
      page.getByLabel("Who comes").selectOption("tam-kai");
      press(page, "Show what it would change");
      page.getByLabel("Reason").fill("dentist");
      press(page, "Enter it");

      assertThat(page.locator(".notice").innerText()).startsWith("Somebody changed the calendar");
      assertThat(page.getByLabel("Reason").inputValue()).isEqualTo("dentist");
      assertThat(page.getByLabel("Who comes").inputValue()).isEqualTo("tam-kai");

      House.answers("POST /api/v1/overrides", 201, 0, "{\"id\":\"x\"}");
      press(page, "Enter it");
      assertThat(page.locator(".notice").innerText()).isEqualTo("It is entered, and in force.");
    }
  }

  @Test
  void a_day_of_the_month_leads_to_its_agenda_and_a_shift_to_its_reasons() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = window.open("/calendar?view=month");
      page.locator("ol.month a").first().click();
      assertThat(page.url()).contains("view=agenda").endsWith("-01");

      page.locator(".agenda a.row").first().click();
      page.waitForURL("**/calendar/shifts/*");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void the_month_is_printed_with_names_and_without_what_is_pressed() {
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      Page page = window.open("/calendar?view=month");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".menu").isVisible()).isFalse();
      assertThat(page.locator("main .acts").first().isVisible()).isFalse();
      assertThat(page.locator("h2").first().innerText()).matches("[A-Z][a-z]+ \\d{4}");
      assertThat(page.locator(".names").first().boundingBox().width).isGreaterThan(20);
    }
  }
}
