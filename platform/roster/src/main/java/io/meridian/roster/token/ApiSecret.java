package io.meridian.roster.token;

import io.quarkus.security.credential.Credential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows: {@code mrd_}, eight characters that name the token, and 256 random bits.
 *
 * @param prefix the first two of these, by which it is found
 * @param text all of it
 */
public record ApiSecret(String prefix, String text) implements Credential {
  private static final String MARK = "mrd_";
  private static final int NAME_BYTES = 6;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("(" + MARK + "[A-Za-z0-9_-]{8})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, of a token that is new. */
  public static ApiSecret generate() {
    return another(MARK + random(NAME_BYTES));
  }

  /** Another one, of a token that is known by its prefix. */
  public static ApiSecret another(String prefix) {
    return new ApiSecret(prefix, prefix + "_" + random(SECRET_BYTES));
  }

  /** What somebody shows, if it can be one. */
  public static Optional<ApiSecret> read(String shown) {
    Matcher form = FORM.matcher(shown);
    return form.matches() ? Optional.of(new ApiSecret(form.group(1), shown)) : Optional.empty();
  }

  /** Whether it is meant to be one, well formed or not: no issuer's token begins so. */
  public static boolean isMeant(String shown) {
    return shown.startsWith(MARK);
  }

  /** What is kept of it: SHA-256, in hex. */
  public String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a hash is this one's; without one it is not. */
  public boolean isOf(@Nullable String hash) {
    return hash != null
        && MessageDigest.isEqual(
            hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Without the secret: records are printed. */
  @Override
  public String toString() {
    return prefix + "_…";
  }
}
