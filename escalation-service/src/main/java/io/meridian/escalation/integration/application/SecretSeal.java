package io.meridian.escalation.integration.application;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets for the database, so that a copy of it signs nothing: AES-256-GCM under the
 * configured key. Outside production there may be none; then secrets are stored as they are.
 */
@Startup
@ApplicationScoped
class SecretSeal {
  private static final String SEALED = "v1:";
  private static final String OPEN = "open:";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable SecretKeySpec key;

  @Inject
  SecretSeal(IntegrationConfig config) {
    this(config.sealingKey().orElse(null), ConfigUtils.isProfileActive("prod"));
  }

  SecretSeal(@Nullable String base64Key, boolean production) {
    if (base64Key == null && production) {
      throw new IllegalStateException(
          "meridian.integrations.sealing-key is missing: production needs base64 of 32 bytes");
    }
    this.key = base64Key == null ? null : key(base64Key);
  }

  private static SecretKeySpec key(String base64Key) {
    byte[] bytes = Base64.getDecoder().decode(base64Key);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(
          "meridian.integrations.sealing-key has " + bytes.length + " bytes instead of 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** What to store for a secret; different each time. */
  String seal(String secret) {
    if (key == null) {
      return OPEN + secret;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return SEALED + Base64.getEncoder().encodeToString(all);
  }

  /**
   * The secret of what was stored.
   *
   * @throws IllegalStateException when it was sealed under another key, or changed
   */
  String open(String stored) {
    if (stored.startsWith(OPEN)) {
      return stored.substring(OPEN.length());
    }
    byte[] all = Base64.getDecoder().decode(stored.substring(SEALED.length()));
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return new String(cipher(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored secret cannot be sealed or opened", e);
    }
  }
}
