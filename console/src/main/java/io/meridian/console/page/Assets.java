package io.meridian.console.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/** The addresses of styles and scripts; each changes with what is in it, and is kept for ever. */
@Singleton
public class Assets {
  private static final int DIGITS = 12;

  private final String style = hashed("console.css");
  private final String script = hashed("console.js");
  private final String icon = hashed("icon.svg");

  /** Our style sheet. */
  public String style() {
    return style;
  }

  /** Our script. */
  public String script() {
    return script;
  }

  /** The mark of the house. */
  public String icon() {
    return icon;
  }

  private static String hashed(String name) {
    String path = "/assets/" + name;
    try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Objects.requireNonNull(content).readAllBytes());
      return path + "?" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
