package io.meridian.console.session;

import io.meridian.console.time.HouseClock;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Links that log in once. The house's own command signs what is in them, with the key of the local
 * stack and for a minute; each is taken once.
 */
@Singleton
public class LoginLinks {
  /** Whom the token in a link is for, so that no other token of the house is one. */
  static final String AUDIENCE = "meridian-console-login";

  private final JWTParser parser;
  private final HouseClock clock;
  private final Map<String, Instant> taken = new HashMap<>();

  /** Who follows the link. */
  public record Guest(String subject, Role role) {}

  LoginLinks(JWTParser parser, HouseClock clock) {
    this.parser = parser;
    this.clock = clock;
  }

  /** Who it is for; empty when it is old, used, or no link of this house. */
  public Optional<Guest> take(String token) {
    try {
      JsonWebToken link = parser.parse(token);
      Set<String> audience = link.getAudience();
      if (audience == null || !audience.contains(AUDIENCE) || link.getTokenID() == null) {
        return Optional.empty();
      }
      return link.getGroups().stream()
          .flatMap(group -> Role.of(group).stream())
          .findFirst()
          .filter(role -> isFirst(link))
          .map(role -> new Guest(link.getSubject(), role));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private synchronized boolean isFirst(JsonWebToken link) {
    Instant now = clock.realInstant();
    taken.values().removeIf(end -> end.isBefore(now.minus(LocalLogin.SESSION)));
    return taken.putIfAbsent(link.getTokenID(), Instant.ofEpochSecond(link.getExpirationTime()))
        == null;
  }
}
