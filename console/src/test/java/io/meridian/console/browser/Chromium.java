package io.meridian.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.meridian.console.stub.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, driven by Playwright without a browser of its own. Where there is none,
 * tests are skipped and say so; in continuous integration they fail.
 */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final Browser browser;
  private final String url;

  private Chromium(Playwright playwright, Browser browser, String url) {
    this.playwright = playwright;
    this.browser = browser;
    this.url = url;
  }

  static Chromium at(String url) {
    boolean there = Files.isExecutable(PROGRAM);
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(there, "no " + PROGRAM + ": apt-get install chromium");
    }
    if (!there) {
      throw new IllegalStateException("no " + PROGRAM);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    return new Chromium(playwright, browser, url);
  }

  /** A window of somebody in this role; nobody's when the subject is empty. */
  Window window(String subject, String role, View view) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(view.width(), view.height())
                .setJavaScriptEnabled(view.scripts())
                .setReducedMotion(ReducedMotion.REDUCE) // nothing is looked at half way
                .setTimezoneId("Asia/Tokyo"));
    if (!subject.isEmpty()) {
      context.addCookies(
          List.of(
              new Cookie("meridian", People.session(subject, role))
                  .setUrl(url)
                  .setSameSite(SameSiteAttribute.LAX)));
    }
    return Window.of(context);
  }

  /** How it is looked at. */
  record View(int width, int height, boolean scripts) {
    static final View PHONE = new View(390, 844, true);
    static final View DESKTOP = new View(1280, 800, true);

    View withoutScripts() {
      return new View(width, height, false);
    }
  }

  /** A page, and everything that went wrong on it. */
  record Window(BrowserContext context, Page page, List<String> faults) implements AutoCloseable {
    static Window of(BrowserContext context) {
      Page page = context.newPage();
      List<String> faults = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              faults.add(message.text());
            }
          });
      page.onPageError(faults::add);
      page.onRequestFailed(
          request -> {
            if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
              faults.add(request.url() + " " + request.failure());
            }
          });
      page.setDefaultTimeout(10_000);
      return new Window(context, page, faults);
    }

    Page open(String path) {
      page.navigate(path);
      return page;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
