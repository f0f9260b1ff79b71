package io.meridian.roster.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.meridian.events.ApiTokenEvent;
import io.meridian.events.ApiTokenState;
import io.meridian.rest.problem.Problem;
import io.meridian.roster.token.ApiTokenStore.Known;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whom a secret of ours lets in: remembered for a moment, as denials are. */
@ApplicationScoped
public class ApiTokens {
  private static final Logger LOG = Logger.getLogger(ApiTokens.class);
  private static final int TOKENS_MAX = 10_000;

  private final ApiTokenStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final Cache<String, Optional<Known>> recent;

  /**
   * @param memory how long one that is revoked may still do what it did
   */
  ApiTokens(
      ApiTokenStore store,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "meridian.roster.memory", defaultValue = "PT2S") Duration memory) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.recent = Caffeine.newBuilder().maximumSize(TOKENS_MAX).expireAfterWrite(memory).build();
  }

  /**
   * The token that a secret is of; its use is noted, once a minute.
   *
   * @throws Problem 401 that says why it is not believed, to whoever has a secret that once was
   */
  public Uni<ApiTokenState> admit(ApiSecret secret) {
    return known(secret.prefix())
        .map(found -> believed(secret, found))
        .invoke(this::note)
        .map(Known::token);
  }

  /** Whether a secret is believed now. */
  public Uni<Boolean> admits(ApiSecret secret) {
    return known(secret.prefix())
        .map(found -> believed(secret, found))
        .replaceWith(true)
        .onFailure(Problem.class)
        .recoverWithItem(false);
  }

  private Uni<Optional<Known>> known(String prefix) {
    Optional<Known> known = recent.getIfPresent(prefix);
    return known != null
        ? Uni.createFrom().item(known)
        : transactions
            .read(unit -> store.withPrefix(unit, prefix))
            .invoke(found -> recent.put(prefix, found));
  }

  private Known believed(ApiSecret secret, Optional<Known> found) {
    Known known =
        found
            .filter(
                one -> secret.isOf(one.token().hash()) || secret.isOf(one.token().previousHash()))
            .orElseThrow(() -> Problem.unauthorized("No API token has this secret"));
    ApiTokenState token = known.token();
    Instant now = clock.instant();
    if (token.revokedBy() != null) {
      throw Problem.unauthorized("This API token was revoked at " + token.changedAt());
    }
    if (!token.counts(now)) {
      throw Problem.unauthorized("This API token expired at " + token.expiresAt());
    }
    Instant until = secret.isOf(token.hash()) ? null : token.previousUntil();
    if (until != null && !until.isAfter(now)) {
      throw Problem.unauthorized(
          "This API token was given another secret; this one was believed until " + until);
    }
    return known;
  }

  /** To the minute, so that whoever calls often is written down seldom. */
  private void note(Known known) {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (known.lastUsedAt() != null && !known.lastUsedAt().isBefore(minute)) {
      return;
    }
    ApiTokenState token = known.token();
    recent.put(token.prefix(), Optional.of(new Known(token, minute)));
    transactions
        .write(unit -> store.used(unit, token.id(), minute))
        .subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("That %s is used is not noted: %s", token.prefix(), failure));
  }

  /** Those that were used here, the newest first; those before an id, or all. */
  public Uni<List<Known>> usedHere(@Nullable UUID before, int count) {
    return transactions.read(unit -> store.usedHere(unit, before, count));
  }

  /** Takes over what was told, in any order. */
  public Uni<Void> apply(UnitOfWork unit, Collection<ApiTokenEvent> told) {
    Map<UUID, ApiTokenState> newest = new HashMap<>();
    for (ApiTokenEvent event : told) {
      newest.merge(
          event.token().id(),
          event.token(),
          (one, other) -> one.revision() > other.revision() ? one : other);
    }
    return store.save(unit, List.copyOf(newest.values()));
  }
}
