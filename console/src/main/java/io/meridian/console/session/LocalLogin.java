package io.meridian.console.session;

import io.meridian.console.time.HouseClock;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of the local stack, which logs in whoever is chosen. It exists only where a signing
 * key is configured, and never beside an OpenID provider or in production.
 */
@Startup
@Singleton
public class LocalLogin {
  /** A shift and its two handovers. */
  public static final Duration SESSION = Duration.ofHours(12);

  /** For whom its tokens are: the services. */
  private static final String AUDIENCE = "meridian";

  private static final Duration GLANCE = Duration.ofMinutes(1);

  private final @Nullable PrivateKey key;
  private final String issuer;
  private final HouseClock clock;

  LocalLogin(
      @ConfigProperty(name = "meridian.console.local-login.key") Optional<String> signingKey,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      HouseClock clock) {
    refuseBesideProduction(
        signingKey.isPresent(), provider.isPresent(), ConfigUtils.isProfileActive("prod"));
    this.key = signingKey.map(LocalLogin::read).orElse(null);
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * Refuses to start.
   *
   * @throws IllegalStateException where anybody could be anybody though others are to be kept out
   */
  static void refuseBesideProduction(boolean local, boolean provider, boolean production) {
    if (local && (provider || production)) {
      throw new IllegalStateException(
          "meridian.console.local-login.key lets anybody be anybody: remove it in production, and"
              + " where an OpenID provider is configured");
    }
  }

  /** Whether people may log in by choosing who they are. */
  public boolean isOpen() {
    return key != null;
  }

  /** A token for a session of this person. */
  public String session(String subject, Role role, String name, String zone) {
    return sign(
        Jwt.claims().claim(Claim.NAME, name).claim(Claim.ZONE, zone), subject, role, SESSION);
  }

  /** A token with which the login page reads who there is. */
  public String glance() {
    return sign(Jwt.claims(), "console", Role.MANAGER, GLANCE);
  }

  private String sign(JwtClaimsBuilder claims, String subject, Role role, Duration life) {
    if (key == null) {
      throw new IllegalStateException("no local login here");
    }
    Instant now = clock.realInstant();
    return claims
        .issuer(issuer)
        .audience(AUDIENCE)
        .subject(subject)
        .groups(role.wireName())
        .issuedAt(now)
        .expiresAt(now.plus(life))
        .sign(key);
  }

  /** From a file, or the key itself: RSA in PKCS #8, as PEM or the base64 of it alone. */
  private static PrivateKey read(String key) {
    try {
      String text = key.startsWith("/") ? Files.readString(Path.of(key)) : key;
      String body = text.replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("meridian.console.local-login.key is no private key", e);
    }
  }
}
