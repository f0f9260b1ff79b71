package io.meridian.roster.token;

import io.meridian.events.ApiTokenState;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller.Program;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Lets programs in by a secret of ours, as {@code Authorization: Bearer mrd_…} (RFC 6750). What
 * does not begin so is somebody else's to judge.
 */
@ApplicationScoped
public class ApiTokenMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";
  private static final int BEFORE_OTHERS = DEFAULT_PRIORITY + 1_000;

  private final ApiTokens tokens;

  ApiTokenMechanism(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    return shown(exchange).map(this::judge).orElseGet(() -> Uni.createFrom().nullItem());
  }

  /** What is meant to be a secret of ours. */
  private static Optional<String> shown(RoutingContext exchange) {
    String header = exchange.request().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length())).filter(ApiSecret::isMeant)
        : Optional.empty();
  }

  private Uni<SecurityIdentity> judge(String shown) {
    return ApiSecret.read(shown)
        .map(this::admit)
        .orElseGet(() -> Uni.createFrom().failure(Problem.unauthorized("This is no API token")))
        .onFailure(Problem.class)
        .transform(AuthenticationFailedException::new);
  }

  private Uni<SecurityIdentity> admit(ApiSecret secret) {
    return tokens.admit(secret).map(token -> identity(token, secret));
  }

  private static SecurityIdentity identity(ApiTokenState token, ApiSecret secret) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(
            new Program(token.subject(), token.id().toString(), Set.copyOf(token.operations())))
        .addRole(token.role())
        .addCredential(secret)
        .build();
  }

  /** What is wanted of whoever comes with nothing, as the mechanism after this one says too. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  /** No provider is asked. */
  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public int getPriority() {
    return BEFORE_OTHERS;
  }
}
