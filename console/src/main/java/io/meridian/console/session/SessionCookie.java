package io.meridian.console.session;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookie that holds a session's token. It goes along when somebody follows a link from mail or
 * chat, and never with what another site sends.
 */
public final class SessionCookie {
  /** As the settings name it to who verifies tokens. */
  public static final String NAME = "meridian";

  private SessionCookie() {}

  /** A session that ends by itself. */
  public static NewCookie of(String token) {
    return cookie(token, LocalLogin.SESSION);
  }

  /** Takes the session away. */
  public static NewCookie none() {
    return cookie("", Duration.ZERO);
  }

  private static NewCookie cookie(String value, Duration life) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) life.toSeconds())
        .build();
  }
}
