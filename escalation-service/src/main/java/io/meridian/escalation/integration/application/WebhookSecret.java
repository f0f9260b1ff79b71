package io.meridian.escalation.integration.application;

import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** Secrets in the form of Standard Webhooks: {@code whsec_} and base64. */
final class WebhookSecret {
  static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookSecret() {}

  static String generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** The key that a secret stands for. */
  static SecretKeySpec key(String secret) {
    return new SecretKeySpec(
        Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM);
  }
}
