package io.meridian.local.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The RSA key pair that signs the tokens of the local stack, as PEM files.
 *
 * @param privateKey PKCS #8, readable by its owner only
 * @param publicKey X.509 SubjectPublicKeyInfo
 */
public record SigningKey(Path privateKey, Path publicKey) {

  private static final int BITS = 2048;

  /** Where {@code folder} keeps its pair, made or not. */
  public static SigningKey in(Path folder) {
    return new SigningKey(folder.resolve("jwt-private.pem"), folder.resolve("jwt-public.pem"));
  }

  /**
   * The pair in {@code folder}: {@code jwt-private.pem}, {@code jwt-public.pem}; made when missing.
   */
  public static SigningKey create(Path folder) throws IOException {
    SigningKey key = in(folder);
    if (Files.exists(key.privateKey) && Files.exists(key.publicKey)) {
      return key;
    }
    KeyPair pair = generate();
    Files.deleteIfExists(key.privateKey);
    Files.createFile(
        key.privateKey,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key.privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.writeString(key.publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    return key;
  }

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }
}
