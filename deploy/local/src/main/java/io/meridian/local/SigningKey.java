package io.meridian.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The RSA key pair that signs the tokens of tests and of the local stack, as PEM files.
 *
 * @param privateKey PKCS #8, readable by its owner only
 * @param publicKey X.509 SubjectPublicKeyInfo
 */
public record SigningKey(Path privateKey, Path publicKey) {

  private static final int BITS = 2048;

  /**
   * The pair in {@code folder}: {@code jwt-private.pem}, {@code jwt-public.pem}; made when missing.
   */
  public static SigningKey create(Path folder) throws IOException {
    SigningKey key =
        new SigningKey(folder.resolve("jwt-private.pem"), folder.resolve("jwt-public.pem"));
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

  /** Settings of an application that accepts this key's tokens, and of a test that signs them. */
  public Map<String, String> settings(String issuer) {
    return Map.of(
        "mp.jwt.verify.publickey.location",
        publicKey.toUri().toString(),
        "mp.jwt.verify.issuer",
        issuer,
        "smallrye.jwt.sign.key.location",
        privateKey.toUri().toString(),
        "smallrye.jwt.new-token.issuer",
        issuer);
  }

  private static KeyPair generate() {
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
