package io.meridian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen on a phone and a desktop, by day and by night, with data and empty: each is written
 * to {@code target/screens}, to be looked at, and must satisfy axe.
 */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int TARGET_MIN = 44;
  private static final String SHIFT = "/calendar/shifts/" + Stories.id(1);

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Opens every sheet, but not the menu. */
  private static final String UNFOLD =
      "document.querySelectorAll('main details').forEach(one => { one.open = true; })";

  /** The spacing of WCAG 1.4.12; a sheet made so is none that the page's policy would refuse. */
  private static final String SPACED =
      """
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
        document.adoptedStyleSheets = [sheet];
      }""";

  @TestHTTPResource("/")
  URL url;

  private Chromium chromium;

  /** A screen: who looks at what, in which story. */
  record Screen(String name, String subject, String role, String path, Runnable story, int status) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Screen> screens() {
    Runnable change = Stories::shiftChange;
    return Stream.of(
        new Screen("login", "", "", "/login", change, 200),
        new Screen("login-silent", "", "", "/login", () -> {}, 200),
        new Screen("shift", Stories.KIM, "tam", "/shift", change, 200),
        new Screen("shift-empty", Stories.KIM, "tam", "/shift", Stories::quiet, 200),
        new Screen("shift-silent", Stories.KIM, "tam", "/shift", Stories::silence, 200),
        new Screen("board", "manager-mia", "manager", "/board", change, 200),
        new Screen("board-empty", "manager-mia", "manager", "/board", Stories::quiet, 200),
        new Screen("board-silent", "manager-mia", "manager", "/board", Stories::silence, 200),
        new Screen("handoff", Stories.KIM, "tam", "/handoffs/" + Stories.GRAVE, change, 200),
        new Screen(
            "handoff-poor", Stories.KIM, "tam", "/handoffs/" + Stories.id(1003), change, 200),
        new Screen(
            "handoff-outgoing", Stories.KIM, "tam", "/handoffs/" + Stories.id(1008), change, 200),
        new Screen(
            "handoff-manager", "manager-mia", "manager", "/handoffs/" + Stories.GRAVE, change, 200),
        new Screen(
            "briefing",
            Stories.EWA,
            "tam",
            "/handoffs/" + Stories.GRAVE + "/briefing",
            change,
            200),
        new Screen("escalations", Stories.KIM, "tam", "/escalations", Stories::plainPages, 200),
        new Screen(
            "escalation", Stories.KIM, "tam", "/escalations/ESC-1001", Stories::plainPages, 200),
        new Screen(
            "escalation-resting",
            Stories.KIM,
            "tam",
            "/escalations/ESC-1001",
            () -> {
              Stories.plainPages();
              Stories.ledger(true);
            },
            200),
        new Screen(
            "coverage", "manager-mia", "manager", "/coverage", () -> Stories.holes(238), 200),
        new Screen(
            "coverage-empty", "manager-mia", "manager", "/coverage", () -> Stories.holes(0), 200),
        new Screen("coverage-silent", "manager-mia", "manager", "/coverage", Stories::silence, 200),
        new Screen("calendar", Stories.KIM, "tam", "/calendar", Calendars::month, 200),
        new Screen("calendar-empty", Stories.KIM, "tam", "/calendar", Calendars::none, 200),
        new Screen("calendar-silent", Stories.KIM, "tam", "/calendar", Stories::silence, 200),
        new Screen(
            "calendar-month", Stories.KIM, "tam", "/calendar?view=month", Calendars::month, 200),
        new Screen(
            "calendar-week", Stories.KIM, "tam", "/calendar?view=lanes", Calendars::month, 200),
        new Screen(
            "calendar-regions",
            "manager-mia",
            "manager",
            "/calendar?view=lanes&region=all",
            Calendars::month,
            200),
        new Screen("calendar-why", Stories.KIM, "tam", SHIFT, Calendars::explanation, 200),
        new Screen(
            "calendar-why-manager", "manager-mia", "manager", SHIFT, Calendars::explanation, 200),
        new Screen("leave", Stories.KIM, "tam", Calendars.LEAVE, () -> Calendars.leaveOf(5), 200),
        new Screen(
            "override", "manager-mia", "manager", Calendars.SUBSTITUTION, Calendars::changes, 200),
        new Screen(
            "override-removal",
            "manager-mia",
            "manager",
            "/calendar/overrides/" + Calendars.OVERRIDE + "/removal",
            Calendars::changes,
            200),
        new Screen(
            "changes", "manager-mia", "manager", "/calendar/changes", Calendars::changes, 200),
        new Screen("swaps", Stories.KIM, "tam", "/calendar/swaps", Calendars::swaps, 200),
        new Screen(
            "document", "manager-mia", "manager", "/calendar/document", Calendars::changes, 200),
        new Screen(
            "agreements",
            "manager-mia",
            "manager",
            "/coverage/agreements?from=2027-03-14T00:00&until=2027-03-19T00:00",
            Calendars::agreements,
            200),
        new Screen("watch", Stories.KIM, "tam", "/watch", Stories::customers, 200),
        new Screen("me", Stories.KIM, "tam", "/me", change, 200),
        new Screen("not-found", Stories.KIM, "tam", "/escalations/ESC-9", change, 404));
  }

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
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void a_screen_is_for_everybody(Screen screen) {
    screen.story().run();
    try (Window window = chromium.window(screen.subject(), screen.role(), View.PHONE)) {
      Page page = window.page();
      Response response = page.navigate(screen.path());
      assertThat(response.status()).isEqualTo(screen.status());
      page.evaluate(UNFOLD);
      for (View view : List.of(View.PHONE, View.DESKTOP)) {
        look(screen, view, page);
      }
      if (screen.status() < 400) {
        assertThat(window.faults()).isEmpty();
      }
    }
  }

  private static void look(Screen screen, View view, Page page) {
    page.setViewportSize(view.width(), view.height());
    int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(view.width(), Math.max(view.height(), height));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String name =
          "%s-%s-%s.png"
              .formatted(
                  screen.name(),
                  view.equals(View.PHONE) ? "phone" : "desktop",
                  scheme.name().toLowerCase(Locale.ROOT));
      page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
      assertThat(violations(page, scheme)).as(name).isEmpty();
    }
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("nothing sticks out")
        .isLessThanOrEqualTo(0);
    if (view.equals(View.PHONE)) {
      assertThat(smallTargets(page)).isEmpty();
    }
  }

  /** By day all rules; by night the one that colours can break. */
  private static List<String> violations(Page page, ColorScheme scheme) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true); // no page of ours has a frame
    AxeResults results =
        scheme == ColorScheme.LIGHT
            ? axe.withTags(RULES).analyze()
            : axe.withRules(List.of("color-contrast")).analyze();
    return results.getViolations().stream()
        .map(
            rule ->
                rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
        .toList();
  }

  /** What a thumb would miss; links within a line of text are as high as the line. */
  @SuppressWarnings("unchecked") // what the script below returns
  private static List<String> smallTargets(Page page) {
    return (List<String>)
        page.evaluate(
            """
            min => [...document.querySelectorAll('button, summary, a.button, a.row, nav a, input:not([type=hidden]), textarea, select')]
              .filter(one => one.checkVisibility())
              .map(one => [one.matches('input[type=checkbox], input[type=radio]') ? one.closest('label') : one])
              .map(([one]) => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.height < min - 0.5 || box.width < min - 0.5)
              .map(([one, box]) => one.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)
            """,
            TARGET_MIN);
  }

  @Test
  void at_320_pixels_and_twice_as_large_nothing_sticks_out() {
    Stories.shiftChange();
    for (View view : List.of(new View(320, 640, true), new View(640, 400, true))) {
      try (Window window = chromium.window(Stories.KIM, "tam", view)) {
        for (String path : List.of("/shift", "/handoffs/" + Stories.GRAVE)) {
          Page page = window.open(path);
          page.evaluate(SPACED);
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
              .as(path)
              .isLessThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void a_first_load_is_light() {
    Stories.shiftChange();
    try (Window window = chromium.window(Stories.KIM, "tam", View.PHONE)) {
      List<String> answers = new ArrayList<>();
      window.page().onResponse(response -> answers.add(response.url()));
      window.open("/shift");
      Object bytes =
          window
              .page()
              .evaluate(
                  "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, one) => sum + one.transferSize, 0)");
      assertThat(((Number) bytes).intValue()).as("bytes on the wire").isBetween(1_000, 45_000);
      assertThat(answers).hasSizeLessThanOrEqualTo(6);
    }
  }
}
