package io.meridian.handoff.calendar.application.feed;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import io.meridian.handoff.calendar.store.feed.FeedRepository;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, resets and revokes feeds: whoever made one, and managers; auditors see them. */
@ApplicationScoped
public class Feeds {

  private static final String KIND = "calendar-feed";

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CurrentCalendar current;
  private final FeedRepository store;
  private final Outbox outbox;
  private final Clock clock;

  Feeds(
      Transactions transactions,
      Idempotency idempotency,
      CurrentCalendar current,
      FeedRepository store,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.current = current;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A feed as its owner sees it.
   *
   * @param secret only right after it was made
   */
  public record Feed(FeedRecord record, @Nullable String secret) {}

  /**
   * Makes a feed; with a key, once. Who repeats the request gets the feed without its secret, of
   * which nothing but a hash is kept.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 403 for another TAM's shifts, 422 for a scope that is not in the calendar, 404
   *     when the feed that the key made is revoked, and those of {@link Idempotency#once}
   */
  public Uni<Feed> create(Actor actor, @Nullable String key, FeedScope scope) {
    if (scope instanceof FeedScope.OfTam(String tam)
        && !actor.has(Roles.MANAGER)
        && !tam.equals(actor.id())) {
      throw Problem.forbidden("A TAM may subscribe to their own shifts only, and to regions");
    }
    return transactions.write(
        unit -> {
          FeedSecret secret = FeedSecret.random();
          UUID made = UuidCreator.getTimeOrderedEpoch();
          return idempotency
              .once(
                  unit,
                  key,
                  "POST calendar/feeds",
                  scope.toString(),
                  UUID.class,
                  () -> insert(unit, made, actor, scope, secret).replaceWith(made))
              .chain(
                  id ->
                      store
                          .find(unit, id)
                          .map(found -> owned(actor, id, found.orElse(null)))
                          .map(found -> new Feed(found, id.equals(made) ? secret.text() : null)));
        });
  }

  private Uni<Void> insert(
      UnitOfWork unit, UUID id, Actor actor, FeedScope scope, FeedSecret secret) {
    FeedRecord feed =
        new FeedRecord(id, scope, actor.id(), !actor.has(Roles.MANAGER), clock.instant(), 1);
    return current
        .in(unit)
        .invoke(inForce -> requireKnown(inForce, scope))
        .chain(() -> store.insert(unit, feed, secret.hash()))
        .invoke(() -> audit(unit, feed, secret));
  }

  /** Feeds, the oldest first: their own for a TAM, all for a manager. */
  public Uni<Page<Feed>> list(Actor actor, PageRequest request) {
    FeedRepository.@Nullable After after =
        request
            .after(
                k -> new FeedRepository.After(Instant.parse(k.get(0)), UUID.fromString(k.get(1))))
            .orElse(null);
    return transactions
        .read(
            unit ->
                store.list(unit, seesAll(actor) ? null : actor.id(), after, request.limit() + 1))
        .map(
            rows ->
                Page.of(
                        rows,
                        request,
                        row -> List.of(row.createdAt().toString(), row.id().toString()))
                    .map(row -> new Feed(row, null)));
  }

  /** One feed. */
  public Uni<Feed> one(Actor actor, UUID id) {
    return transactions
        .read(unit -> store.find(unit, id))
        .map(
            found ->
                found
                    .filter(feed -> seesAll(actor))
                    .orElseGet(() -> owned(actor, id, found.orElse(null))))
        .map(found -> new Feed(found, null));
  }

  /**
   * Gives a feed another secret; subscribers of the old one find nothing any more. With a key,
   * once: who repeats the request gets the feed without its secret.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 404, and those of {@link Idempotency#once}
   */
  public Uni<Feed> reset(Actor actor, @Nullable String key, UUID id) {
    return transactions.write(
        unit -> {
          FeedSecret secret = FeedSecret.random();
          UUID made = UuidCreator.getTimeOrderedEpoch();
          return store
              .lock(unit, id)
              .map(found -> owned(actor, id, found.orElse(null)))
              .chain(
                  feed ->
                      idempotency.once(
                          unit,
                          key,
                          "POST calendar/feeds/" + id + "/reset",
                          "",
                          UUID.class,
                          () ->
                              store
                                  .reset(unit, id, secret.hash())
                                  .invoke(() -> audit(unit, feed, secret))
                                  .replaceWith(made)))
              .chain(
                  done ->
                      store
                          .find(unit, id)
                          .map(found -> owned(actor, id, found.orElse(null)))
                          .map(now -> new Feed(now, done.equals(made) ? secret.text() : null)));
        });
  }

  /** Takes a feed away. */
  public Uni<Void> revoke(Actor actor, UUID id) {
    return transactions.write(
        unit ->
            store
                .lock(unit, id)
                .map(found -> owned(actor, id, found.orElse(null)))
                .chain(() -> store.delete(unit, id))
                .invoke(() -> outbox.changed(unit, KIND, id.toString(), "revoked", null)));
  }

  /** A feed is known by what it shows and by the hash of its secret. */
  private void audit(UnitOfWork unit, FeedRecord feed, FeedSecret secret) {
    outbox.changed(unit, KIND, feed.id().toString(), "made", List.of(feed, secret.hash()));
  }

  private static FeedRecord owned(Actor actor, UUID id, @Nullable FeedRecord feed) {
    if (feed == null || !(actor.has(Roles.MANAGER) || feed.createdBy().equals(actor.id()))) {
      throw Problem.notFound("feed", id);
    }
    return feed;
  }

  private static boolean seesAll(Actor actor) {
    return actor.has(Roles.MANAGER) || actor.has(Roles.AUDITOR);
  }

  private static void requireKnown(InForce inForce, FeedScope scope) {
    boolean isKnown =
        switch (scope) {
          case FeedScope.OfTam(String tam) -> inForce.tam(tam).isPresent();
          case FeedScope.OfRegion(String region) -> inForce.region(region).isPresent();
          case FeedScope.Everything() -> true;
        };
    if (!isKnown) {
      throw Problem.unprocessable(
          List.of(new Violation("/subject", "unknown", "is not in the calendar in force")));
    }
  }
}
