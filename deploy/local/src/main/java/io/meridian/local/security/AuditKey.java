package io.meridian.local.security;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** What signs the heads of the chains, and what checks them: Ed25519. */
public final class AuditKey {

  private static final String ALGORITHM = "Ed25519";

  private final PublicKey key;

  private AuditKey(PublicKey key) {
    this.key = key;
  }

  /**
   * The public half.
   *
   * @param base64 of X.509's SubjectPublicKeyInfo
   * @throws IllegalArgumentException when it is none
   */
  public static AuditKey of(String base64) {
    try {
      return new AuditKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip()))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public Ed25519 key", e);
    }
  }

  /** A new pair. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the private half has signed this. */
  public boolean hasSigned(byte[] text, String base64) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(Base64.getDecoder().decode(base64));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
