package io.meridian.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.meridian.runtime.actor.Actor;
import io.meridian.runtime.clock.RealTime;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;

/**
 * Verifies a token's signature and claims once and remembers the outcome until the token expires: a
 * verification costs more than all else that a small request does.
 *
 * <p>A token is somebody's: it has a subject of printable characters without spaces, 128 at most.
 *
 * <p>The key is the whole token, signature included. Refused tokens are not remembered. Expiry is
 * real time, whatever the domain clock says.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {
  private static final int TOKENS_MAX = 10_000;

  private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
  private final Clock realTime = RealTime.clock();
  private final Cache<String, JWTCallerPrincipal> verified =
      Caffeine.newBuilder()
          .maximumSize(TOKENS_MAX)
          .expireAfter(Expiry.creating((String token, JWTCallerPrincipal p) -> timeLeft(p)))
          .build();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JWTCallerPrincipal known = verified.getIfPresent(token);
    if (known != null) {
      return known;
    }
    JWTCallerPrincipal principal = verifier.parse(token, rules);
    if (!Actor.isId(principal.getSubject())) {
      throw new ParseException("The token names nobody");
    }
    verified.put(token, principal);
    return principal;
  }

  private Duration timeLeft(JWTCallerPrincipal principal) {
    Duration left =
        Duration.ofSeconds(principal.getExpirationTime()).minusMillis(realTime.millis());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
