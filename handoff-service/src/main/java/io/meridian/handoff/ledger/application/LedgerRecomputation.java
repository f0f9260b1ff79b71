package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.Parts;
import io.meridian.handoff.ledger.domain.Recomputation;
import io.meridian.handoff.ledger.domain.Recomputation.Difference;
import io.meridian.handoff.ledger.domain.Recomputation.Stored;
import io.meridian.handoff.ledger.domain.ToldSpan;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.WholeLedgerStore;
import io.meridian.handoff.ledger.store.WholeLedgerStore.Owned;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Derives ledgers anew from the history of events, a page of escalations at a time, and tells where
 * the stored ones differ. Reads only, in one snapshot, and holds no more than a page in memory.
 * What was told and is still on its way back from the log cannot be compared yet, and is said to be
 * behind.
 */
@ApplicationScoped
public class LedgerRecomputation {

  private final Transactions transactions;
  private final WholeLedgerStore ledgers;
  private final TimerStore timers;
  private final DecisionBases bases;
  private final Ledger ledger;
  private final Clock clock;

  LedgerRecomputation(
      Transactions transactions,
      WholeLedgerStore ledgers,
      TimerStore timers,
      DecisionBases bases,
      Ledger ledger,
      Clock clock) {
    this.transactions = transactions;
    this.ledgers = ledgers;
    this.timers = timers;
    this.bases = bases;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What was found about one escalation; no difference when its ledger is as it should be.
   *
   * @param behind not all that was told of it has been read back yet: it was not compared
   */
  public record Finding(
      UUID escalationId, String shortId, boolean behind, List<Difference> differences) {}

  /**
   * A page that was looked at.
   *
   * @param asOf up to which the ledgers were compared: the engine has done all that was due by then
   */
  public record Checked(Page<Finding> page, Instant asOf) {}

  /** Looks at the ledgers of a page of escalations, by escalation id. */
  public Uni<Checked> check(PageRequest request) {
    return transactions.snapshot(unit -> check(unit, request));
  }

  /** The same by what a transaction sees. */
  Uni<Checked> check(UnitOfWork unit, PageRequest request) {
    UUID after = request.after(key -> UUID.fromString(key.getFirst())).orElse(new UUID(0, 0));
    return asOf(unit)
        .chain(
            asOf ->
                ledgers
                    .page(unit, after, request.limit() + 1)
                    .chain(rows -> check(unit, rows, asOf))
                    .map(found -> checked(found, request, asOf)));
  }

  private static Checked checked(List<Finding> found, PageRequest request, Instant asOf) {
    return new Checked(
        Page.of(found, request, finding -> List.of(finding.escalationId().toString())), asOf);
  }

  /** Now, or just before what the engine has not come to yet. */
  private Uni<Instant> asOf(UnitOfWork unit) {
    Instant now = clock.instant();
    return timers
        .earliest(unit)
        .map(
            earliest ->
                earliest
                    .map(Timer::dueAt)
                    .filter(due -> !due.isAfter(now))
                    .map(due -> due.minusMillis(1))
                    .orElse(now));
  }

  private Uni<List<Finding>> check(UnitOfWork unit, List<EscalationRow> rows, Instant asOf) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Instant oldest = rows.stream().map(EscalationRow::openedAt).reduce(asOf, Instants::earlier);
    return ledgers
        .of(unit, rows)
        .chain(
            stored ->
                Uni.combine()
                    .all()
                    .unis(
                        bases.around(unit, oldest(stored, oldest), asOf, concerned(rows, stored)),
                        ledger.restsKept(unit, asOf))
                    .with((basis, kept) -> new Recomputation(basis.attendance(), asOf, kept))
                    .map(recomputation -> findings(rows, stored, recomputation)));
  }

  /** Whoever is accountable by what is stored, or by what was told. */
  private static Concerned concerned(List<EscalationRow> rows, WholeLedgerStore.Rows stored) {
    Concerned all = new Concerned(new HashSet<>(), new HashSet<>());
    for (EscalationRow row : rows) {
      ToldSpan.of(told(row, stored))
          .values()
          .forEach(span -> all.add(span.intervals(), span.regimes()));
      all.add(
          stored.intervals().getOrDefault(row.id(), List.of()).stream()
              .map(Owned::interval)
              .toList(),
          stored.regimes().getOrDefault(row.id(), List.of()).stream()
              .map(WholeLedgerStore.Served::regime)
              .toList());
    }
    return all;
  }

  private static Instant oldest(WholeLedgerStore.Rows stored, Instant otherwise) {
    return Stream.concat(
            stored.intervals().values().stream().map(all -> all.getFirst().interval().start()),
            stored.facts().values().stream().flatMap(List::stream).map(AccountabilityFact::start))
        .reduce(otherwise, Instants::earlier);
  }

  private static List<Finding> findings(
      List<EscalationRow> rows, WholeLedgerStore.Rows stored, Recomputation recomputation) {
    List<Finding> findings = new ArrayList<>();
    for (EscalationRow row : rows) {
      boolean behind = told(row, stored).size() < row.ledgerRevision();
      List<Difference> differences = new ArrayList<>();
      if (!behind) {
        spans(row, stored).forEach(span -> differences.addAll(recomputation.of(span)));
      }
      findings.add(new Finding(row.id(), row.shortId(), behind, differences));
    }
    return findings;
  }

  private static List<AccountabilityFact> told(EscalationRow row, WholeLedgerStore.Rows stored) {
    return stored.facts().getOrDefault(row.id(), List.of());
  }

  /** Each span with what belongs to it; one before the present ended when it was told to have. */
  private static List<Stored> spans(EscalationRow row, WholeLedgerStore.Rows stored) {
    List<Owned> owned = stored.intervals().getOrDefault(row.id(), List.of());
    SortedMap<Instant, ToldSpan> told = ToldSpan.of(told(row, stored));
    SortedSet<Instant> openings = new TreeSet<>(List.of(row.openedAt()));
    openings.addAll(told.keySet());
    owned.forEach(o -> openings.add(o.openedAt()));
    List<Stored> spans = new ArrayList<>();
    for (Instant opened : openings) {
      ToldSpan heard = told.getOrDefault(opened, ToldSpan.SILENCE);
      boolean isPresent = opened.equals(row.openedAt());
      Instant next =
          openings.tailSet(opened.plusMillis(1)).stream().findFirst().orElse(Instant.MAX);
      spans.add(
          new Stored(
              escalation(row, opened),
              isPresent ? row.closedAt() : heard.closed(),
              isPresent && row.unassigned(),
              owned.stream().filter(o -> o.openedAt().equals(opened)).map(Owned::interval).toList(),
              parts(row, stored, opened, next),
              within(
                  stored.acceptances().getOrDefault(row.id(), List.of()),
                  Recomputation.Acceptance::effectiveFrom,
                  opened,
                  next),
              stored.asked().getOrDefault(row.id(), List.of()),
              heard));
    }
    return spans;
  }

  private static Parts parts(
      EscalationRow row, WholeLedgerStore.Rows stored, Instant opened, Instant next) {
    return new Parts(
        within(stored.holds().getOrDefault(row.id(), List.of()), Hold::start, opened, next),
        within(stored.gaps().getOrDefault(row.id(), List.of()), g -> g.gap().start(), opened, next),
        within(
            stored.rests().getOrDefault(row.id(), List.of()), r -> r.rest().start(), opened, next),
        stored.regimes().getOrDefault(row.id(), List.of()).stream()
            .filter(served -> served.openedAt().equals(opened))
            .map(WholeLedgerStore.Served::regime)
            .toList());
  }

  private static <T> List<T> within(
      List<T> all, Function<T, Instant> start, Instant from, Instant to) {
    return all.stream()
        .filter(one -> !start.apply(one).isBefore(from) && start.apply(one).isBefore(to))
        .toList();
  }

  private static Escalation escalation(EscalationRow row, Instant opened) {
    return new Escalation(
        row.id(), row.shortId(), row.customerId(), row.severity(), opened, row.ledgerRevision());
  }
}
