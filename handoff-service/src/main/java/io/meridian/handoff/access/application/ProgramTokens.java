package io.meridian.handoff.access.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.ApiTokenEvent;
import io.meridian.events.ApiTokenState;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.roster.token.ApiSecret;
import io.meridian.roster.token.ApiTokenStore;
import io.meridian.roster.token.ApiTokenStore.Known;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Issues API tokens to programs, gives them other secrets, and ends them. All services hear of it.
 */
@ApplicationScoped
public class ProgramTokens {
  /** The longest that one lives without another secret. */
  private static final Duration LIFE_MAX = Duration.ofDays(366);

  private static final Duration OVERLAP_MAX = Duration.ofDays(30);

  private final Transactions transactions;
  private final ApiTokenStore store;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration overlap;

  /**
   * @param overlap how long after a rotation the secret before is believed, where nobody says
   */
  ProgramTokens(
      Transactions transactions,
      ApiTokenStore store,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "meridian.api-tokens.rotation-overlap", defaultValue = "PT24H")
          Duration overlap) {
    this.transactions = transactions;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    this.overlap = overlap;
  }

  /**
   * What an administrator wants.
   *
   * @param integration of whom it is; null for a program that is none
   * @param expiresAt null for the longest there is
   */
  public record Wish(
      String name,
      String role,
      @Nullable UUID integration,
      List<String> operations,
      @Nullable Instant expiresAt) {}

  /** A token and its secret, which is told this once. */
  public record Told(ApiTokenState token, ApiSecret secret) {}

  /**
   * Issues one.
   *
   * @throws Problem 400 for an end that has passed or is more than a year ahead, and for a role
   *     that does not go with the integration; 403 to a program
   */
  public Uni<Told> issue(Wish wish, Actor by) {
    requirePerson(by);
    if (wish.role().equals(Roles.INTEGRATION) != (wish.integration() != null)) {
      throw Problem.invalid(
          "/integration", "role", "must be given with the role integration, and with no other");
    }
    Instant now = clock.instant();
    ApiSecret secret = ApiSecret.generate();
    ApiTokenState issued =
        new ApiTokenState(
            UuidCreator.getTimeOrderedEpoch(),
            wish.name(),
            secret.prefix(),
            secret.hash(),
            null,
            null,
            wish.integration() == null ? secret.prefix() : wish.integration().toString(),
            wish.role(),
            wish.operations().stream().distinct().sorted().toList(),
            end(wish.expiresAt(), now),
            by.id(),
            now,
            null,
            1,
            now);
    return transactions
        .write(unit -> save(unit, issued, new ApiTokenEvent.Issued(issued)))
        .replaceWith(new Told(issued, secret));
  }

  /** A secret that leaked would go on for ever if it could make others. */
  private static void requirePerson(Actor by) {
    if (by.kind() != Actor.Kind.PERSON) {
      throw Problem.forbidden("People issue and rotate API tokens, and no program does");
    }
  }

  private static Instant end(@Nullable Instant wanted, Instant now) {
    Instant last = now.plus(LIFE_MAX);
    if (wanted == null) {
      return last;
    }
    if (!wanted.isAfter(now)) {
      throw Problem.invalid("/expiresAt", "past", "must be in the future");
    }
    if (wanted.isAfter(last)) {
      throw Problem.invalid(
          "/expiresAt", "too-far", "must be within " + LIFE_MAX.toDays() + " days");
    }
    return wanted.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Gives it another secret, for as long as it had been given before.
   *
   * @param until when the present secret ends; null after the usual overlap
   * @throws Problem 400 for more than 30 days, 403 to a program, 404 when there is none, 409 when
   *     it is revoked or has expired
   */
  public Uni<Told> rotate(UUID id, @Nullable Instant until, Actor by) {
    requirePerson(by);
    Instant now = clock.instant();
    if (until != null && until.isAfter(now.plus(OVERLAP_MAX))) {
      throw Problem.invalid(
          "/previousUntil", "too-far", "must be within " + OVERLAP_MAX.toDays() + " days");
    }
    Instant end = until == null ? now.plus(overlap) : until.truncatedTo(ChronoUnit.MILLIS);
    return transactions.write(
        unit -> locked(unit, id).chain(token -> rotate(unit, token, end, now)));
  }

  private Uni<Told> rotate(UnitOfWork unit, ApiTokenState token, Instant until, Instant now) {
    if (!token.counts(now)) {
      String end = token.revokedBy() == null ? "has expired" : "is revoked";
      throw Problem.conflict("token-ended", "The API token " + end + "; issue another");
    }
    ApiSecret secret = ApiSecret.another(token.prefix());
    ApiTokenState rotated = token.rotated(secret.hash(), until, now);
    return save(unit, rotated, new ApiTokenEvent.Rotated(rotated))
        .replaceWith(new Told(rotated, secret));
  }

  /**
   * Ends it; again: no effect.
   *
   * @throws Problem 404 when there is none
   */
  public Uni<Void> revoke(UUID id, Actor by) {
    return transactions.write(
        unit -> locked(unit, id).chain(token -> revoke(unit, token, by.id())));
  }

  private Uni<Void> revoke(UnitOfWork unit, ApiTokenState token, String revoker) {
    if (token.revokedBy() != null) {
      return Uni.createFrom().voidItem();
    }
    ApiTokenState revoked = token.revoked(revoker, clock.instant());
    return save(unit, revoked, new ApiTokenEvent.Revoked(revoked));
  }

  /**
   * The one with this id.
   *
   * @throws Problem 404 when there is none
   */
  public Uni<Known> find(UUID id) {
    return transactions
        .read(unit -> store.find(unit, id))
        .map(found -> found.orElseThrow(() -> Problem.notFound("API token", id)));
  }

  /** The newest first, those that count no more too. */
  public Uni<Page<Known>> list(PageRequest request) {
    UUID before = request.after(key -> UUID.fromString(key.getFirst())).orElse(null);
    return transactions
        .read(unit -> store.list(unit, before, request.limit() + 1))
        .map(rows -> Page.of(rows, request, last -> List.of(last.token().id().toString())));
  }

  /** Whether it counts now. */
  public boolean counts(ApiTokenState token) {
    return token.counts(clock.instant());
  }

  private Uni<ApiTokenState> locked(UnitOfWork unit, UUID id) {
    return store
        .lock(unit, id)
        .map(found -> found.orElseThrow(() -> Problem.notFound("API token", id)).token());
  }

  private Uni<Void> save(UnitOfWork unit, ApiTokenState token, ApiTokenEvent event) {
    return store.save(unit, List.of(token)).chain(() -> outbox.append(unit, List.of(event)));
  }
}
