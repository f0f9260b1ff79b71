package io.meridian.rest.security;

import io.meridian.rest.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this request: the subject and the roles of the verified token. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private @Nullable String region;
  private boolean tam = true;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's subject, whatever else it calls itself; {@code anonymous} without a token. */
  public String id() {
    if (identity.isAnonymous()) {
      return "anonymous";
    }
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  /** Whether there is a token at all. */
  public boolean hasSignedIn() {
    return !identity.isAnonymous();
  }

  /** What names the token among all of its issuer's; empty where it has no {@code jti}. */
  public Optional<String> tokenId() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.getTokenID())
        : Optional.empty();
  }

  /** When the token ends, in real time; empty without one. */
  public Optional<Instant> expiresAt() {
    return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
        ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
        : Optional.empty();
  }

  /**
   * Who acts, as the verified token says it: the one place where a request becomes an actor.
   *
   * @throws Problem 401 without a token
   */
  public Actor actor() {
    if (identity.isAnonymous()) {
      throw Problem.unauthorized("Nobody has signed in");
    }
    Actor.Kind kind = is(Role.INTEGRATION) ? Actor.Kind.INTEGRATION : Actor.Kind.PERSON;
    return new Actor(kind, id(), roles(), region);
  }

  private Set<String> roles() {
    return identity.getRoles().stream()
        .filter(role -> tam || !role.equals(Roles.TAM))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tells of which region they are; once, before the resource is asked.
   *
   * @param home code of a region; null where that is not known
   */
  public void isOf(@Nullable String home) {
    region = home;
  }

  /** Tells that they are no TAM, whatever the token says; before the resource is asked. */
  public void isNoTam() {
    tam = false;
  }

  /** Whether the token grants one of these roles besides that of a TAM. */
  public boolean isAnotherOf(Set<String> roles) {
    return identity.getRoles().stream().anyMatch(r -> !r.equals(Roles.TAM) && roles.contains(r));
  }

  /** Whether the token grants this role, and nobody has told otherwise. */
  public boolean is(Role role) {
    return identity.hasRole(role.wireName()) && (tam || role != Role.TAM);
  }
}
