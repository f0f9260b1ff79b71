package io.meridian.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.meridian.runtime.clock.RealTime;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token's signature and claims once and remembers the outcome until the token expires: a
 * verification costs more than all else that a small request does.
 *
 * <p>A token is somebody's, for us, and not for ever: it has a subject that can be an actor's id,
 * our audience, and a life within the limit that began already. Where the issuer publishes a set of
 * keys it names the one that signed it, and is believed as long as that key is in the set.
 *
 * <p>The key is the whole token, signature included. Refused tokens are not remembered. Expiry is
 * real time, whatever the domain clock says.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {
  private static final int TOKENS_MAX = 10_000;

  /**
   * What was verified.
   *
   * @param key of the issuer's set; null where there is no set
   */
  private record Verified(JWTCallerPrincipal principal, @Nullable PublicKey key) {}

  private final IssuerKeys keys;
  private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
  private final Clock realTime = RealTime.clock();
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(TOKENS_MAX)
          .expireAfter(Expiry.creating((String token, Verified v) -> timeLeft(v.principal)))
          .build();

  VerifiedTokens(IssuerKeys keys) {
    this.keys = keys;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    Verified known = verified.getIfPresent(token);
    if (known != null && (known.key == null || keys.isCurrent(known.key))) {
      return known.principal;
    }
    PublicKey key = keys.isSet() ? key(token) : null;
    JWTCallerPrincipal principal = verifier.parse(token, key == null ? rules : by(key, rules));
    if (!Actor.isId(principal.getSubject())) {
      throw new ParseException("The token names nobody");
    }
    if (principal.getIssuedAtTime() > realTime.instant().getEpochSecond() + rules.getClockSkew()) {
      throw new ParseException("The token was issued in the future");
    }
    verified.put(token, new Verified(principal, key));
    return principal;
  }

  private PublicKey key(String token) throws ParseException {
    try {
      String kid = JsonWebSignature.fromCompactSerialization(token).getKeyIdHeaderValue();
      return Optional.ofNullable(kid)
          .flatMap(keys::find)
          .orElseThrow(() -> new ParseException("No key of the issuer's is called " + kid));
    } catch (JoseException e) {
      throw new ParseException("No signed token", e);
    }
  }

  private static JWTAuthContextInfo by(PublicKey key, JWTAuthContextInfo rules) {
    JWTAuthContextInfo ours = new JWTAuthContextInfo(rules);
    ours.setPublicVerificationKey(key);
    return ours;
  }

  private Duration timeLeft(JWTCallerPrincipal principal) {
    Duration left =
        Duration.ofSeconds(principal.getExpirationTime()).minusMillis(realTime.millis());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
