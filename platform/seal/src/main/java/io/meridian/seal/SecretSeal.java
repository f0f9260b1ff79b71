package io.meridian.seal;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets for the database, so that a copy of it signs and reaches nothing: AES-256-GCM (NIST
 * SP 800-38D) under the first of the configured keys. What is sealed names its key, so that keys
 * can be exchanged: a new one is put before the old, which still opens. Outside production there
 * may be none; then secrets are stored as they are.
 */
@Singleton // no proxy: whoever is made at the start finds a missing key then
public class SecretSeal {

  /** What {@link #keyName} says where there is no key. */
  public static final String NO_KEY = "open";

  private static final String SEALED = "v2:";
  private static final String SEALED_WITHOUT_NAME = "v1:"; // before keys had names
  private static final String OPEN = NO_KEY + ":";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String keyName;

  @Inject
  SecretSeal(SealConfig config) {
    this(config.keys().orElse(List.of()), ConfigUtils.isProfileActive("prod"));
  }

  /**
   * A seal outside of a service.
   *
   * @param base64Keys each of 32 bytes; the first seals
   * @param needed whether there must be one
   * @throws IllegalStateException for a key that is none, or when one is needed and there is none
   */
  public SecretSeal(List<String> base64Keys, boolean needed) {
    if (base64Keys.isEmpty() && needed) {
      throw new IllegalStateException(
          "meridian.sealing.keys is missing: production needs base64 of 32 bytes");
    }
    base64Keys.forEach(this::addKey);
    this.keyName = keys.isEmpty() ? NO_KEY : keys.keySet().iterator().next();
  }

  private void addKey(String base64Key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64Key.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("a key of meridian.sealing.keys is not base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(
          "a key of meridian.sealing.keys has " + bytes.length + " bytes instead of 32");
    }
    keys.put(name(bytes), new SecretKeySpec(bytes, "AES"));
  }

  /** The first bytes of its SHA-256: tells keys apart and nothing about them. */
  private static String name(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the key that seals now, without telling it. */
  public String keyName() {
    return keyName;
  }

  /** How whatever is sealed today begins. */
  public String prefix() {
    return keys.isEmpty() ? OPEN : SEALED + keyName + ":";
  }

  /** Whether what is stored would be sealed in the same way today. */
  public boolean isCurrent(String stored) {
    return stored.startsWith(prefix());
  }

  /** What to store for a secret; different each time. */
  public String seal(String secret) {
    SecretKeySpec key = keys.get(keyName);
    if (key == null) {
      return OPEN + secret;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return prefix() + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed", e);
    }
  }

  /**
   * The secret of what was stored.
   *
   * @throws IllegalStateException when it was changed, or sealed under a key that is not configured
   */
  public String open(String stored) {
    if (stored.startsWith(OPEN)) {
      return stored.substring(OPEN.length());
    }
    if (stored.startsWith(SEALED_WITHOUT_NAME)) {
      return openedByAny(bytes(stored.substring(SEALED_WITHOUT_NAME.length())));
    }
    int end = stored.indexOf(':', SEALED.length());
    String name =
        stored.startsWith(SEALED) && end > 0 ? stored.substring(SEALED.length(), end) : "";
    SecretKeySpec key = keys.get(name);
    if (key == null) {
      throw new IllegalStateException(
          "a stored secret is sealed under the key %s, which is not among meridian.sealing.keys"
              .formatted(name));
    }
    String opened = opened(bytes(stored.substring(end + 1)), key);
    if (opened == null) {
      throw new IllegalStateException("a stored secret was changed since it was sealed");
    }
    return opened;
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private String openedByAny(byte[] sealed) {
    for (SecretKeySpec key : keys.values()) {
      String opened = opened(sealed, key);
      if (opened != null) {
        return opened;
      }
    }
    throw new IllegalStateException(
        "a stored secret was changed, or sealed under none of meridian.sealing.keys");
  }

  /** Null when it is sealed under another key, or was changed. */
  private static @Nullable String opened(byte[] all, SecretKeySpec key) {
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, key, nonce)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
