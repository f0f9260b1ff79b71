package io.meridian.console.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the next page says of what the reader did; carried by a cookie from answer to answer. */
@RequestScoped
public class Notices {
  private static final String COOKIE = "notice";
  private static final int SECONDS_MAX = 20;
  private static final int LENGTH_MAX = 500;
  private static final char BAD = '!';
  private static final char GOOD = '.';

  private final HttpServerRequest request;

  Notices(HttpServerRequest request) {
    this.request = request;
  }

  /** To be said by the page that comes next. */
  public void good(String text) {
    put(GOOD + text);
  }

  /** Of a refusal, to be said by the page that comes next. */
  public void bad(String text) {
    put(BAD + text);
  }

  private void put(String text) {
    String kept = text.substring(0, Math.min(text.length(), LENGTH_MAX));
    String value =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(kept.getBytes(StandardCharsets.UTF_8));
    request.response().addCookie(cookie(value, SECONDS_MAX));
  }

  /** What was to be said, once; null for nothing. */
  @Nullable Notice take() {
    Cookie cookie = request.getCookie(COOKIE);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    request.response().addCookie(cookie("", 0));
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
      return text.length() < 2 ? null : new Notice(text.substring(1), text.charAt(0) == BAD);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Cookie cookie(String value, int seconds) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(seconds);
  }
}
