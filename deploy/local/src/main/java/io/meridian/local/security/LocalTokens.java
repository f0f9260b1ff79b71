package io.meridian.local.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/** Bearer tokens (JWT, RS256) that the services of one local stack believe. */
public final class LocalTokens {

  /** The issuer; production believes another one. */
  public static final String ISSUER = "meridian-local";

  /** For whom they are: our services. */
  public static final String AUDIENCE = "meridian";

  private static final Duration LIFE = Duration.ofHours(12);

  /** For whom a token in a login link is; the console takes no other there, and services none. */
  private static final String LOGIN_AUDIENCE = "meridian-console-login";

  private static final Duration LINK_LIFE = Duration.ofMinutes(1);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final InstantSource real;

  LocalTokens(PrivateKey key, InstantSource real) {
    this.key = key;
    this.real = real;
  }

  /** Signs with the key of a data folder. */
  public static LocalTokens of(SigningKey key) throws IOException {
    return of(Files.readString(key.privateKey()));
  }

  /**
   * Signs with a key.
   *
   * @param privateKey RSA in PKCS #8, as PEM or the base64 of it alone
   */
  public static LocalTokens of(String privateKey) {
    return new LocalTokens(read(privateKey), Clock.systemUTC());
  }

  public String tam(String id) {
    return token(id, "tam");
  }

  public String manager() {
    return token("manager-mia", "manager");
  }

  public String integration() {
    return token("integration-desk", "integration");
  }

  public String observer() {
    return token("observer-una", "observer");
  }

  public String auditor() {
    return token("auditor-ole", "auditor");
  }

  public String admin() {
    return token("admin-ada", "admin");
  }

  /**
   * A token valid for twelve real hours, the longest that the services believe.
   *
   * @param subject the caller; for a TAM the TAM's id
   */
  public String token(String subject, String role) {
    return token(subject, role, AUDIENCE, LIFE);
  }

  /**
   * What a link that logs in once carries, valid for a real minute.
   *
   * @param subject who is logged in
   */
  public String login(String subject, String role) {
    return token(subject, role, LOGIN_AUDIENCE, LINK_LIFE);
  }

  private String token(String subject, String role, String audience, Duration life) {
    long now = real.instant().getEpochSecond();
    String claims =
        """
        {"iss":"%s","aud":"%s","sub":"%s","groups":["%s"],"iat":%d,"exp":%d,"jti":"%s"}"""
            .formatted(
                ISSUER, audience, subject, role, now, now + life.toSeconds(), UUID.randomUUID());
    String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(sign(signed));
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey read(String pem) {
    String body = pem.replaceAll("-----[A-Z ]+-----", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a private key", e);
    }
  }
}
