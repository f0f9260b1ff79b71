package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.stay.Possession;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.ledger.domain.Attendance;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.LedgerChange;
import io.meridian.handoff.ledger.domain.LedgerChanges;
import io.meridian.handoff.ledger.domain.Possessions;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.AccountabilityStore;
import io.meridian.handoff.ledger.store.GapRow;
import io.meridian.handoff.ledger.store.GapStore;
import io.meridian.handoff.ledger.store.GapStore.GapRevision;
import io.meridian.handoff.ledger.store.RegimeStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Saves what changed in ledgers: intervals, holds, regimes, loads, what stays at home, the gaps and
 * rests that follow from them as of an instant, and the events that tell of all that.
 */
@ApplicationScoped
class LedgerWriter {

  private final AccountabilityStore accountability;
  private final GapStore gaps;
  private final ShiftChangeStore shiftChanges;
  private final LoadStore loads;
  private final RegimeStore regimes;
  private final RestWriter rests;
  private final HomeStays stays;
  private final Outbox outbox;

  LedgerWriter(
      AccountabilityStore accountability,
      GapStore gaps,
      ShiftChangeStore shiftChanges,
      LoadStore loads,
      RegimeStore regimes,
      RestWriter rests,
      HomeStays stays,
      Outbox outbox) {
    this.accountability = accountability;
    this.gaps = gaps;
    this.shiftChanges = shiftChanges;
    this.loads = loads;
    this.regimes = regimes;
    this.rests = rests;
    this.stays = stays;
    this.outbox = outbox;
  }

  /** A ledger that was changed, of an escalation whose severity was another before, perhaps. */
  record Touched(SpanLedger ledger, Severity severityBefore) {

    static Touched of(SpanLedger ledger) {
      return new Touched(ledger, ledger.escalation().severity());
    }
  }

  private record Change(Escalation escalation, LedgerChange<Gap> change) {

    GapRow row() {
      return new GapRow(escalation.id(), gap());
    }

    Gap gap() {
      return change.part();
    }

    /** The shift change of which the stored gap does not tell yet. */
    Optional<UUID> named() {
      UUID now = gap().reason().shiftChangeId();
      return switch (change) {
        case LedgerChange.Added<Gap> ignored -> Optional.ofNullable(now);
        case LedgerChange.Changed<Gap> changed ->
            Optional.ofNullable(now)
                .filter(id -> !id.equals(changed.before().reason().shiftChangeId()));
        case LedgerChange.Voided<Gap> ignored -> Optional.empty();
      };
    }
  }

  /** Writes everything but the replica's row. */
  Uni<Void> write(UnitOfWork unit, Collection<Touched> touched, DecisionBasis basis, Instant asOf) {
    if (touched.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<SpanLedger> ledgers = touched.stream().map(Touched::ledger).toList();
    List<AccountabilityEvent> events =
        ledgers.stream().flatMap(ledger -> ledger.events(basis::person).stream()).toList();
    return accountability
        .write(unit, ledgers)
        .chain(() -> regimes.write(unit, ledgers))
        .chain(() -> outbox.append(unit, events))
        .chain(() -> decided(unit, ledgers, basis, asOf))
        .chain(now -> settle(unit, ledgers, now, asOf))
        .chain(() -> loads.add(unit, loadDifferences(touched)));
  }

  /** The basis with what stays at home of whoever is accountable and off duty by now. */
  Uni<DecisionBasis> decided(
      UnitOfWork unit, Collection<SpanLedger> ledgers, DecisionBasis basis, Instant asOf) {
    List<Possession> possessions =
        ledgers.stream()
            .flatMap(l -> Possessions.of(l.intervals(), l.regimes(), asOf).stream())
            .distinct()
            .toList();
    return possessions.isEmpty()
        ? Uni.createFrom().item(basis)
        : stays.decide(unit, basis.roster(), possessions, basis.stays()).map(basis::with);
  }

  /** Brings the gaps and rests of these ledgers to what is true as of an instant. */
  Uni<Void> settle(
      UnitOfWork unit, Collection<SpanLedger> ledgers, DecisionBasis basis, Instant asOf) {
    Attendance attendance = basis.attendance();
    List<Change> changes = new ArrayList<>();
    List<RestWriter.Change> rested = new ArrayList<>();
    for (SpanLedger ledger : ledgers) {
      Escalation escalation = ledger.escalation();
      LedgerChanges due = ledger.settle(attendance, asOf);
      due.gaps().forEach(change -> changes.add(new Change(escalation, change)));
      due.rests().forEach(change -> rested.add(new RestWriter.Change(escalation, change)));
    }
    return gaps(unit, changes, attendance, basis, asOf)
        .chain(() -> rests.write(unit, rested, basis, asOf));
  }

  private Uni<Void> gaps(
      UnitOfWork unit,
      List<Change> changes,
      Attendance attendance,
      DecisionBasis basis,
      Instant asOf) {
    List<Change> added = only(changes, LedgerChange.Added.class);
    List<Change> changed = only(changes, LedgerChange.Changed.class);
    List<Change> voided = only(changes, LedgerChange.Voided.class);
    GapEvents events = new GapEvents(basis::person);
    Telling change = (c, written) -> events.changed(c.escalation(), c.gap(), written);
    return shiftChanges
        .foresee(unit, named(changes, attendance))
        .chain(() -> gaps.voidAll(unit, rows(voided)))
        .invoke(
            all ->
                tell(
                    voided,
                    all,
                    (c, written) -> events.voided(c.escalation(), c.gap(), written, asOf)))
        .chain(() -> gaps.update(unit, rows(changed)))
        .invoke(all -> tell(changed, all, change))
        .chain(() -> gaps.insert(unit, rows(added)))
        .invoke(all -> tell(added, all, change))
        .chain(() -> outbox.append(unit, events.list()));
  }

  private interface Telling {
    void of(Change change, GapRevision written);
  }

  private static void tell(List<Change> changes, Map<UUID, GapRevision> written, Telling telling) {
    for (Change change : changes) {
      GapRevision row = written.get(change.row().id());
      if (row == null) {
        throw new IllegalStateException("wrote no gap for " + change);
      }
      telling.of(change, row);
    }
  }

  private static List<ShiftChange> named(List<Change> changes, Attendance attendance) {
    return changes.stream()
        .flatMap(change -> change.named().stream())
        .distinct()
        .flatMap(id -> attendance.planned(id).stream())
        .toList();
  }

  private static List<Change> only(List<Change> changes, Class<?> kind) {
    return changes.stream().filter(change -> kind.isInstance(change.change())).toList();
  }

  private static List<GapRow> rows(List<Change> changes) {
    return changes.stream().map(Change::row).toList();
  }

  private static SortedMap<String, Load> loadDifferences(Collection<Touched> touched) {
    SortedMap<String, Load> differences = new TreeMap<>();
    for (Touched one : touched) {
      Severity now = one.ledger().escalation().severity();
      one.ledger()
          .carriedBefore()
          .ifPresent(tam -> add(differences, tam, one.severityBefore(), -1));
      one.ledger().carriedNow().ifPresent(tam -> add(differences, tam, now, 1));
    }
    differences.values().removeIf(Load.NONE::equals);
    return differences;
  }

  private static void add(
      SortedMap<String, Load> differences, String tam, Severity severity, int sign) {
    Load change = new Load(sign, severity == Severity.SEV1 ? sign : 0);
    differences.merge(tam, change, (a, b) -> new Load(a.open() + b.open(), a.sev1() + b.sev1()));
  }
}
