package io.meridian.handoff.access.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.DenialEvent;
import io.meridian.events.DenialState;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.roster.denial.DenialStore;
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

/** Denies people and tokens, and lets them in again. All services hear of it. */
@ApplicationScoped
public class AccessDenials {
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final DenialStore store;
  private final Outbox outbox;
  private final Clock clock;

  AccessDenials(
      Transactions transactions,
      Idempotency idempotency,
      DenialStore store,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What an administrator wants.
   *
   * @param subject or null
   * @param tokenId or null
   * @param until null for good
   */
  public record Wish(
      @Nullable String subject, @Nullable String tokenId, @Nullable Instant until, String reason) {}

  /**
   * Denies somebody, or a token; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 400 for none or both, or an end that has passed; 409 for who would deny
   *     themselves
   */
  public Uni<DenialState> make(@Nullable String key, Wish wish, Actor by) {
    Instant now = clock.instant();
    if ((wish.subject() == null) == (wish.tokenId() == null)) {
      throw Problem.invalid("/subject", "one-of", "must be given, or tokenId, and not both");
    }
    if (wish.until() != null && !wish.until().isAfter(now)) {
      throw Problem.invalid("/until", "past", "must be in the future");
    }
    if (by.id().equals(wish.subject())) {
      throw Problem.conflict("own-subject", "Nobody denies themselves; ask another administrator");
    }
    return transactions.write(
        unit ->
            idempotency.once(
                unit,
                key,
                "POST /denials",
                wish,
                DenialState.class,
                () -> made(unit, wish, by, now)));
  }

  private Uni<DenialState> made(UnitOfWork unit, Wish wish, Actor by, Instant now) {
    DenialState made =
        new DenialState(
            UuidCreator.getTimeOrderedEpoch(),
            wish.subject(),
            wish.tokenId(),
            wish.until(),
            wish.reason(),
            by.id(),
            now,
            null,
            1,
            now);
    return store
        .save(unit, List.of(made))
        .chain(() -> outbox.append(unit, List.of(new DenialEvent.Made(made))))
        .replaceWith(made);
  }

  /**
   * Ends a denial; again: no effect.
   *
   * @throws Problem 404 when there is none
   */
  public Uni<Void> lift(UUID id, Actor by) {
    return transactions.write(
        unit ->
            store
                .lock(unit, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("denial", id)))
                .chain(denial -> lift(unit, denial, by)));
  }

  private Uni<Void> lift(UnitOfWork unit, DenialState denial, Actor by) {
    if (denial.liftedBy() != null) {
      return Uni.createFrom().voidItem();
    }
    DenialState lifted = denial.lifted(by.id(), clock.instant());
    return store
        .save(unit, List.of(lifted))
        .chain(() -> outbox.append(unit, List.of(new DenialEvent.Lifted(lifted))));
  }

  /**
   * The newest first, those that count no more too.
   *
   * @param subject only theirs, or null
   */
  public Uni<Page<DenialState>> list(@Nullable String subject, PageRequest request) {
    UUID before = request.after(key -> UUID.fromString(key.getFirst())).orElse(null);
    return transactions
        .read(unit -> store.list(unit, subject, before, request.limit() + 1))
        .map(rows -> Page.of(rows, request, last -> List.of(last.id().toString())));
  }

  /**
   * The one with this id.
   *
   * @throws Problem 404 when there is none
   */
  public Uni<DenialState> find(UUID id) {
    return transactions
        .read(unit -> store.find(unit, id))
        .map(found -> found.orElseThrow(() -> Problem.notFound("denial", id)));
  }

  /** Whether it counts now. */
  public boolean counts(DenialState denial) {
    return denial.counts(clock.instant());
  }
}
