package io.meridian.audit.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash. */
public record Hash(String hex) {
  /** What the first link follows. */
  public static final Hash NONE = new Hash("00".repeat(32));

  public Hash {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("a SHA-256 hash has 64 hexadecimal digits");
    }
  }

  /** The hash of some content. */
  public static Hash over(byte[] content) {
    return of(sha256().digest(content));
  }

  /** The hash of these 32 bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The hash of the link that follows this one with this entry. */
  public Hash next(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(bytes());
    return of(digest.digest(entry));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
