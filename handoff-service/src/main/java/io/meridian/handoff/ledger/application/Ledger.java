package io.meridian.handoff.ledger.application;

import static java.util.Objects.requireNonNull;

import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.Timer.Kind;
import io.meridian.handoff.ledger.application.LedgerWriter.Touched;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.handoff.ledger.store.RestStore;
import io.meridian.handoff.ledger.store.SpanRequest;
import io.meridian.handoff.ledger.store.SpanStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The temporal ledgers, written in the caller's transaction: who is accountable, and the gaps. */
@ApplicationScoped
public class Ledger {
  private static final UUID FIRST = new UUID(0, 0);

  private final LedgerLock lock;
  private final EscalationStore escalations;
  private final SpanStore spans;
  private final RestStore rests;
  private final DecisionBases bases;
  private final LedgerWriter writer;
  private final Timers timers;
  private final HandoffConfig config;
  private final Clock clock;

  Ledger(
      LedgerLock lock,
      EscalationStore escalations,
      SpanStore spans,
      RestStore rests,
      DecisionBases bases,
      LedgerWriter writer,
      Timers timers,
      HandoffConfig config,
      Clock clock) {
    this.lock = lock;
    this.escalations = escalations;
    this.spans = spans;
    this.rests = rests;
    this.bases = bases;
    this.writer = writer;
    this.timers = timers;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Passes accountability, one order per escalation, and brings their gaps up to date. Orders for
   * escalations that have closed change nothing. What begins later is told again when it does. The
   * caller has locked the escalations' rows, and keeps the calendar as it is.
   */
  public Uni<Void> transfer(UnitOfWork unit, List<Transfer> transfers) {
    return transfer(unit, transfers, null, null);
  }

  /** The same with the words of whoever ordered it, and who that is when it is for others. */
  Uni<Void> transfer(
      UnitOfWork unit,
      List<Transfer> transfers,
      @Nullable String reason,
      @Nullable String decidedBy) {
    Map<UUID, Transfer> orders =
        transfers.stream().collect(Collectors.toMap(Transfer::escalationId, Function.identity()));
    Instant asked = clock.instant();
    List<Timer> toCome =
        transfers.stream()
            .map(Transfer::effectiveAt)
            .filter(asked::isBefore)
            .distinct()
            .map(at -> new Timer(Kind.EFFECT, at))
            .toList();
    return change(
            unit,
            orders.keySet(),
            id -> requireNonNull(orders.get(id)).effectiveAt(),
            (ledger, now) -> {
              Transfer order = requireNonNull(orders.get(ledger.escalation().id()));
              Instant start = Instants.later(order.effectiveAt(), ledger.escalation().openedAt());
              ledger.transfer(
                  new Accountability(
                      order.tam(),
                      order.region(),
                      start,
                      null,
                      order.basis(),
                      order.handoffId(),
                      reason,
                      decidedBy),
                  order.holdUntil(),
                  start.isBefore(now) ? start : now);
              return true;
            })
        .chain(() -> timers.plan(unit, toCome));
  }

  /**
   * Whoever is accountable for these escalations at {@code from} attends them until {@code until};
   * answers those for which that is new. The caller has locked the escalations' rows.
   */
  Uni<List<UUID>> hold(UnitOfWork unit, Set<UUID> ids, Instant from, Instant until) {
    Set<UUID> declared = new HashSet<>();
    return change(
            unit,
            ids,
            id -> from,
            (ledger, now) -> ledger.hold(from, until) && declared.add(ledger.escalation().id()))
        .map(ignored -> List.copyOf(declared));
  }

  /** A change of one ledger, false when it changes nothing. */
  private interface Move {
    boolean apply(SpanLedger ledger, Instant now);
  }

  private Uni<Void> change(
      UnitOfWork unit, Set<UUID> ids, Function<UUID, Instant> since, Move move) {
    return lock.tryShare(unit)
        .chain(
            settled ->
                escalations
                    .lock(unit, ids)
                    .chain(
                        rows -> {
                          Instant now = clock.instant();
                          List<SpanRequest> open =
                              rows.values().stream()
                                  .filter(row -> row.closedAt() == null && !row.unassigned())
                                  .map(row -> request(row, since.apply(row.id()), now, settled))
                                  .toList();
                          return loaded(unit, open, now)
                              .chain(loaded -> write(unit, moved(loaded, move, now), now));
                        }));
  }

  private static SpanRequest request(
      EscalationRow row, Instant since, Instant now, Instant settled) {
    return new SpanRequest(row, Instants.earlier(Instants.earlier(since, now), settled));
  }

  private record Loaded(List<SpanLedger> ledgers, DecisionBasis basis) {}

  private static Loaded moved(Loaded loaded, Move move, Instant now) {
    List<SpanLedger> moved =
        loaded.ledgers().stream().filter(ledger -> move.apply(ledger, now)).toList();
    return new Loaded(moved, loaded.basis());
  }

  private Uni<Loaded> loaded(UnitOfWork unit, List<SpanRequest> requests, Instant now) {
    return spans
        .load(unit, requests)
        .chain(
            ledgers ->
                bases
                    .around(unit, oldest(ledgers, now), now, Concerned.of(ledgers))
                    .map(basis -> new Loaded(ledgers, basis)));
  }

  private Uni<Void> write(UnitOfWork unit, Loaded moved, Instant now) {
    List<Touched> touched = moved.ledgers().stream().map(Touched::of).toList();
    return writer
        .write(unit, touched, moved.basis(), now)
        .chain(() -> escalations.updateRevisions(unit, moved.ledgers()));
  }

  /** Whether the gap ledger has been brought to an instant, or a later one. Take no row before. */
  public Uni<Boolean> isSettled(UnitOfWork unit, Instant at) {
    return lock.alone(unit).map(settled -> !settled.isBefore(at));
  }

  /**
   * Brings the gap ledger to an instant at which the roster or a hold changes: opens, closes and
   * splits what changes then, for many escalations at once. Call it before locking any row in the
   * transaction (it waits for ledger writers under way), in the order of the instants; a second
   * call changes nothing.
   *
   * @param roster from before the instant to at least the next shift; when an affected escalation
   *     has had the same person accountable for longer, the ledger reads a wider one itself
   * @param left the homes that nobody attends then, and which do not rest
   * @param after the escalation with which the call before ended; empty for the first
   * @return the escalation with which this call ended; empty when the instant is settled
   */
  public Uni<Optional<UUID>> settle(
      UnitOfWork unit,
      Instant boundary,
      Roster roster,
      Collection<Home> left,
      Optional<UUID> after) {
    return lock.alone(unit)
        .chain(
            () ->
                escalations.lockAffected(
                    unit,
                    comingOrGoing(roster, boundary),
                    left,
                    boundary,
                    after.orElse(FIRST),
                    config.partMax()))
        .call(rows -> settle(unit, rows.values(), boundary))
        .chain(
            rows ->
                rows.size() < config.partMax()
                    ? lock.settled(unit, boundary).replaceWith(Optional.empty())
                    : Uni.createFrom().item(Optional.of(rows.lastEntry().getKey())));
  }

  private Uni<Void> settle(UnitOfWork unit, Collection<EscalationRow> rows, Instant boundary) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<SpanRequest> requests = rows.stream().map(row -> new SpanRequest(row, boundary)).toList();
    return loaded(unit, requests, boundary)
        .chain(
            found ->
                writer
                    .decided(unit, found.ledgers(), found.basis(), boundary)
                    .chain(basis -> writer.settle(unit, found.ledgers(), basis, boundary)));
  }

  /**
   * Writes down the rests of some homes as of an instant, and those of holds that have ended and
   * accountability that has begun since the last time. Call it before locking any row.
   *
   * @param homes those in which anything changed since
   * @param after the escalation with which the call before ended; empty for the first
   * @return the escalation with which this call ended; empty when all are written down
   */
  public Uni<Optional<UUID>> keepRests(
      UnitOfWork unit, Instant asOf, Collection<Home> homes, Optional<UUID> after) {
    return lock.alone(unit)
        .chain(() -> restsKept(unit, asOf))
        .chain(
            kept ->
                escalations.lockRestful(
                    unit, homes, kept, asOf, after.orElse(FIRST), config.partMax()))
        .call(rows -> settle(unit, rows.values(), asOf))
        .chain(
            rows ->
                rows.size() < config.partMax()
                    ? rests.keep(unit, asOf).replaceWith(Optional.empty())
                    : Uni.createFrom().item(Optional.of(rows.lastEntry().getKey())));
  }

  /** Up to when, no later than an instant, all rests are written down; at first an hour before. */
  public Uni<Instant> restsKept(UnitOfWork unit, Instant asOf) {
    return rests
        .kept(unit)
        .map(kept -> kept.equals(Instant.EPOCH) ? asOf.minus(Duration.ofHours(1)) : kept)
        .map(kept -> Instants.earlier(kept, asOf));
  }

  private static List<String> comingOrGoing(Roster roster, Instant boundary) {
    return roster.tams().stream()
        .filter(tam -> roster.onDuty(tam, boundary) != roster.onDuty(tam, boundary.minusMillis(1)))
        .toList();
  }

  /** The start of the first interval of all, or now. */
  static Instant oldest(List<SpanLedger> ledgers, Instant now) {
    return ledgers.stream().map(SpanLedger::since).reduce(now, Instants::earlier);
  }
}
