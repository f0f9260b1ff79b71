package io.meridian.escalation.integration.application;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A message signed by Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}.
 *
 * @param id header {@code webhook-id}
 * @param timestamp header {@code webhook-timestamp}: seconds since 1970
 * @param signatures header {@code webhook-signature}: {@code v1,<base64>}, several separated by
 *     spaces
 * @param body the bytes as they came
 */
public record SignedMessage(
    @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
  private static final String VERSION = "v1,";
  private static final int SIGNATURES_MAX = 8;
  private static final int ID_LENGTH_MAX = 256;
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(SignedMessage::mac);

  /**
   * Whether one of the keys has signed it, lately. Takes as long for a wrong signature as for a
   * right one.
   *
   * @param tolerance how far its timestamp may lie from {@code now}, both ways
   */
  boolean isAuthentic(Collection<? extends SecretKey> keys, Instant now, Duration tolerance) {
    if (id == null || timestamp == null || signatures == null || !isPlain(id)) {
      return false;
    }
    boolean authentic = false;
    for (SecretKey key : keys) {
      byte[] expected = sign(key, id, timestamp);
      for (String signature : signatures.split(" ", SIGNATURES_MAX)) {
        authentic |= MessageDigest.isEqual(expected, decode(signature));
      }
    }
    return authentic && isTimely(timestamp, now, tolerance);
  }

  /** What names the message however often it is delivered; for an authentic one. */
  public String deliveryId() {
    return Objects.requireNonNull(id);
  }

  /** Printable ASCII: of anything else the signature would not cover which it is. */
  private static boolean isPlain(String id) {
    return id.length() <= ID_LENGTH_MAX && id.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private byte[] sign(SecretKey key, String messageId, String seconds) {
    Mac mac = MAC.get();
    try {
      mac.init(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    mac.update((messageId + "." + seconds + ".").getBytes(US_ASCII));
    return mac.doFinal(body);
  }

  private static byte[] decode(String signature) {
    try {
      return signature.startsWith(VERSION)
          ? Base64.getDecoder().decode(signature.substring(VERSION.length()))
          : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static boolean isTimely(String timestamp, Instant now, Duration tolerance) {
    try {
      Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
      return apart.abs().compareTo(tolerance) <= 0;
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  private static Mac mac() {
    try {
      return Mac.getInstance(WebhookSecret.ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
