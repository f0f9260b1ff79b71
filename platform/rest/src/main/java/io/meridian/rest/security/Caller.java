package io.meridian.rest.security;

import io.meridian.rest.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this request: the subject and the roles of the verified token. */
@RequestScoped
public class Caller {
  /**
   * A program that came in with an API token.
   *
   * @param id who it is: an integration's id, or what names its token to people
   * @param tokenId of its token
   * @param operations that it may ask for, as {@code GET /api/v1/things/{id}}
   */
  public record Program(String id, String tokenId, Set<String> operations) implements Principal {

    public Program {
      operations = Set.copyOf(operations);
    }

    @Override
    public String getName() {
      return id;
    }
  }

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

  /**
   * What names the token among all of its issuer's: {@code jti}, where it has one; of an API token
   * its id.
   */
  public Optional<String> tokenId() {
    return switch (identity.getPrincipal()) {
      case JsonWebToken token -> Optional.ofNullable(token.getTokenID());
      case Program program -> Optional.of(program.tokenId());
      case null, default -> Optional.empty();
    };
  }

  /** The program that comes with an API token; empty for whoever comes with a JWT, or nothing. */
  public Optional<Program> program() {
    return identity.getPrincipal() instanceof Program program
        ? Optional.of(program)
        : Optional.empty();
  }

  /** When the JWT ends, in real time; empty without one. */
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
    Optional<Program> program = program();
    boolean isSystem = program.isPresent() || is(Role.INTEGRATION);
    return new Actor(
        isSystem ? Actor.Kind.INTEGRATION : Actor.Kind.PERSON,
        id(),
        roles(),
        region,
        program.map(Program::tokenId).orElse(null));
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

  /** Whether the token grants this role and no other. */
  public boolean isOnly(Role role) {
    return identity.getRoles().equals(Set.of(role.wireName()));
  }

  /** Whether the token grants this role, and nobody has told otherwise. */
  public boolean is(Role role) {
    return identity.hasRole(role.wireName()) && (tam || role != Role.TAM);
  }
}
