package io.meridian.handoff.calendar.application.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a feed's path holds instead of a login: 256 random bits, shown once and kept as a hash only.
 *
 * @param text 43 characters that need no escaping in a path
 */
record FeedSecret(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static FeedSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Under what it is kept and found. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A secret is not to be found in logs. */
  @Override
  public String toString() {
    return "FeedSecret[…]";
  }
}
