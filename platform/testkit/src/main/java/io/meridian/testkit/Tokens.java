package io.meridian.testkit;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Bearer tokens that the service under test believes. */
public final class Tokens {
  /** The issuer that services under test accept. */
  public static final String ISSUER = "meridian-test";

  /** The audience that services under test are. */
  public static final String AUDIENCE = "meridian";

  /** The name of the key that signs. */
  public static final String KEY_ID = "test";

  private static final String PRIVATE = "meridian.test.jwt.private";
  private static final String PUBLIC = "meridian.test.jwt.public";
  private static final String KEY_SET = "meridian.test.jwt.keys";
  private static final Duration LIFE = Duration.ofHours(1);

  private Tokens() {}

  /** A TAM's token; {@code id} is the TAM's id. */
  public static String tam(String id) {
    return of(id, "tam");
  }

  /** A manager's token, subject {@code manager-mia}. */
  public static String manager() {
    return of("manager-mia", "manager");
  }

  /** Another system's token, subject {@code integration-desk}. */
  public static String integration() {
    return of("integration-desk", "integration");
  }

  /** An auditor's token, subject {@code auditor-ole}. */
  public static String auditor() {
    return of("auditor-ole", "auditor");
  }

  /** The token of somebody who is no TAM, subject {@code observer-una}. */
  public static String observer() {
    return of("observer-una", "observer");
  }

  /** An administrator's token, subject {@code admin-ada}. */
  public static String admin() {
    return of("admin-ada", "admin");
  }

  /** A token with this subject and these roles, valid for an hour. */
  public static String of(String subject, String... roles) {
    Instant now = realNow();
    return of(ISSUER, subject, now, now.plus(LIFE), Set.of(roles));
  }

  /** A correctly signed token with any claims, to show what is refused. */
  public static String of(
      String issuer, String subject, Instant issuedAt, Instant expiresAt, Set<String> roles) {
    return Jwt.issuer(issuer)
        .audience(AUDIENCE)
        .subject(subject)
        .groups(roles)
        .issuedAt(issuedAt)
        .expiresAt(expiresAt)
        .jws()
        .keyId(KEY_ID)
        .sign(privateKey());
  }

  /** The settings that make a service believe these tokens. */
  public static Map<String, String> settings() {
    ensureKeys();
    return Map.of(
        "mp.jwt.verify.issuer",
        ISSUER,
        "mp.jwt.verify.publickey.location",
        System.getProperty(KEY_SET));
  }

  /** The key that verifies, as base64: known to everybody. */
  public static String publicKey() {
    ensureKeys();
    return System.getProperty(PUBLIC);
  }

  /** The key that signs, to forge tokens with other algorithms or claims. */
  public static PrivateKey privateKey() {
    ensureKeys();
    try {
      byte[] bytes = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token's life is real time, whatever the domain clock says. */
  private static Instant realNow() {
    return java.time.Clock.systemUTC().instant();
  }

  /** A file as an issuer publishes it (JWKS). */
  private static Path keySet(RSAPublicKey key) throws IOException {
    Path file = Files.createTempFile("meridian-test-keys", ".json");
    file.toFile().deleteOnExit();
    return Files.writeString(
        file,
        """
        {"keys":[{"kty":"RSA","kid":"%s","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}"""
            .formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent())));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  /**
   * One key pair a JVM. It is kept in system properties because Quarkus loads this class in more
   * than one class loader: test resources in one, tests in another.
   */
  private static void ensureKeys() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PRIVATE) != null) {
        return;
      }
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        System.setProperty(PUBLIC, base64.encodeToString(keys.getPublic().getEncoded()));
        System.setProperty(KEY_SET, keySet((RSAPublicKey) keys.getPublic()).toUri().toString());
        System.setProperty(PRIVATE, base64.encodeToString(keys.getPrivate().getEncoded()));
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
