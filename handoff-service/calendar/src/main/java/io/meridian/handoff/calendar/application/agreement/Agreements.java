package io.meridian.handoff.calendar.application.agreement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.handoff.calendar.application.Basis;
import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.store.agreement.AgreementRepository;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and ends agreements to coverage holes. What was agreed for the past stays agreed. */
@ApplicationScoped
public class Agreements {

  /** The longest that one may count. */
  private static final Duration LENGTH_MAX = Duration.ofDays(366);

  /** The farthest ahead that one may end. */
  private static final Duration AHEAD_MAX = Duration.ofDays(3 * 366);

  private static final String KIND = "coverage-agreement";

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final CalendarCommands commands;
  private final RosterQueries queries;
  private final AgreementRepository store;
  private final Outbox outbox;
  private final Instance<AgreementListener> listeners;

  Agreements(
      Transactions transactions,
      Idempotency idempotency,
      CalendarCommands commands,
      RosterQueries queries,
      AgreementRepository store,
      Outbox outbox,
      Instance<AgreementListener> listeners) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.commands = commands;
    this.queries = queries;
    this.store = store;
    this.outbox = outbox;
    this.listeners = listeners;
  }

  /** What a manager agrees to. */
  public record Wish(Instant from, Instant until, String why) {}

  /**
   * An agreement with what it is about.
   *
   * @param gaps the coverage gaps that lie in it now, cut to the time it counts for
   */
  public record Judged(CoverageAgreement agreement, List<CoverageGap> gaps) {}

  /**
   * Makes an agreement; with a key, once. It counts from now on.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @param by who agrees
   * @throws Problem 400 when it ends before it begins, in the past or too far ahead, or is too
   *     long; 404 when the one that the key made is withdrawn; and those of {@link
   *     Idempotency#once}
   */
  public Uni<Judged> make(@Nullable String key, Wish wish, String by) {
    return transactions
        .write(
            unit ->
                idempotency
                    .once(
                        unit,
                        key,
                        "POST coverage/agreements",
                        wish,
                        UUID.class,
                        () -> commands.beside(unit, at -> insert(unit, wish, by, at)))
                    .chain(id -> known(unit, id)))
        .chain(this::judge);
  }

  private Uni<UUID> insert(UnitOfWork unit, Wish wish, String by, Instant at) {
    if (!wish.from().isBefore(wish.until())) {
      throw Problem.invalid("/until", "dates-reversed", "must be after from");
    }
    if (!at.isBefore(wish.until())) {
      throw Problem.invalid("/until", "past", "must be in the future");
    }
    if (Duration.between(wish.from(), wish.until()).compareTo(LENGTH_MAX) > 0) {
      throw Problem.invalid(
          "/until",
          "window-too-long",
          "must be at most " + LENGTH_MAX.toDays() + " days after from");
    }
    if (Duration.between(at, wish.until()).compareTo(AHEAD_MAX) > 0) {
      throw Problem.invalid("/until", "too-far", "must be within three years");
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    var made = new CoverageAgreement(id, wish.from(), wish.until(), wish.why(), by, at, 1);
    return store
        .insert(unit, made)
        .invoke(() -> outbox.changed(unit, KIND, id.toString(), "made", made))
        .chain(() -> tellListeners(unit, at))
        .replaceWith(id);
  }

  private Uni<Void> tellListeners(UnitOfWork unit, Instant at) {
    return listeners.stream()
        .reduce(
            Uni.createFrom().voidItem(),
            (told, listener) -> told.chain(() -> listener.agreementChanges(unit, at)),
            (a, b) -> a.chain(() -> b));
  }

  /**
   * Agreements by their beginning.
   *
   * @param from only those that last longer, or null
   * @param to only those that begin before, or null
   */
  public Uni<Page<CoverageAgreement>> list(
      @Nullable Instant from, @Nullable Instant to, PageRequest request) {
    AgreementRepository.@Nullable After after =
        request
            .after(
                key ->
                    new AgreementRepository.After(
                        Instant.parse(key.get(0)), UUID.fromString(key.get(1))))
            .orElse(null);
    return transactions
        .read(unit -> store.list(unit, from, to, after, request.limit() + 1))
        .map(
            rows ->
                Page.of(
                    rows, request, last -> List.of(last.from().toString(), last.id().toString())));
  }

  /**
   * One agreement.
   *
   * @throws Problem 404 when there is none, or it is withdrawn
   */
  public Uni<Judged> one(UUID id) {
    return transactions.read(unit -> known(unit, id)).chain(this::judge);
  }

  /**
   * Ends an agreement now: of one that has begun the past stays, one that has not is withdrawn, and
   * nothing changes of one that is over.
   *
   * @param by who ends it
   * @throws Problem 404 when there is none, or it is withdrawn
   */
  public Uni<Void> end(UUID id, String by) {
    return transactions.write(
        unit ->
            commands
                .beside(
                    unit,
                    now ->
                        store
                            .lock(unit, id)
                            .map(found -> known(id, found))
                            .chain(agreement -> end(unit, agreement, now, by)))
                .replaceWithVoid());
  }

  private Uni<Void> end(UnitOfWork unit, CoverageAgreement agreement, Instant now, String by) {
    if (!now.isBefore(agreement.until())) {
      return Uni.createFrom().voidItem();
    }
    return (agreement.hasBegun(now)
            ? store.end(unit, agreement.id(), now, by)
            : store.withdraw(unit, agreement.id(), now, by))
        .invoke(() -> ended(unit, agreement, now))
        .chain(() -> tellListeners(unit, now));
  }

  /** Of one that has begun the past stays; one that has not is no more. */
  private void ended(UnitOfWork unit, CoverageAgreement agreement, Instant now) {
    outbox.changed(
        unit,
        KIND,
        agreement.id().toString(),
        "ended",
        agreement.hasBegun(now) ? List.of(agreement, now) : null);
  }

  private Uni<Judged> judge(CoverageAgreement agreement) {
    Interval effective = agreement.effective();
    return queries
        .coverage(effective.start(), effective.end(), Basis.HISTORY)
        .map(coverage -> new Judged(agreement, coverage.gaps()));
  }

  private Uni<CoverageAgreement> known(UnitOfWork unit, UUID id) {
    return store.find(unit, id).map(found -> known(id, found));
  }

  private static CoverageAgreement known(UUID id, Optional<CoverageAgreement> found) {
    return found.orElseThrow(() -> Problem.notFound("coverage agreement", id));
  }
}
