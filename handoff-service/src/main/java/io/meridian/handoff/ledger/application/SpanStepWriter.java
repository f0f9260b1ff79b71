package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.ledger.application.LedgerWriter.Touched;
import io.meridian.handoff.ledger.application.ServiceChanges.Served;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.SpanRequest;
import io.meridian.handoff.ledger.store.SpanStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Makes steps in the lives of many escalations at once, at most one of each. */
@ApplicationScoped
class SpanStepWriter {

  private final EscalationStore escalations;
  private final SpanStore spans;
  private final DecisionBases bases;
  private final Assignments assignments;
  private final ServiceChanges services;
  private final LedgerWriter ledgers;
  private final LedgerListener listener;
  private final Acknowledgements acknowledgements;

  SpanStepWriter(
      EscalationStore escalations,
      SpanStore spans,
      DecisionBases bases,
      Assignments assignments,
      ServiceChanges services,
      LedgerWriter ledgers,
      LedgerListener listener,
      Acknowledgements acknowledgements) {
    this.escalations = escalations;
    this.spans = spans;
    this.bases = bases;
    this.assignments = assignments;
    this.services = services;
    this.ledgers = ledgers;
    this.listener = listener;
    this.acknowledgements = acknowledgements;
  }

  /**
   * Writes replica, ledgers and what follows for the handoffs. The caller has locked the rows.
   *
   * @param asOf the ledgers' gaps are written up to this instant
   * @param settled up to which all boundaries are settled
   * @return the replica's rows after it
   */
  Uni<Map<UUID, EscalationRow>> write(
      UnitOfWork unit, List<SpanStep> steps, Instant asOf, Instant settled) {
    List<SpanStep> ledgerSteps =
        steps.stream().filter(s -> s.opens() || s.touchesLedger()).toList();
    if (ledgerSteps.isEmpty()) {
      return replica(unit, steps, Map.of());
    }
    Instant upTo = ledgerSteps.stream().map(SpanStepWriter::newest).reduce(asOf, Instants::later);
    return spans
        .load(unit, requests(ledgerSteps, Instants.earlier(asOf, settled)))
        .chain(
            loaded ->
                bases
                    .around(unit, oldest(ledgerSteps, loaded, asOf), upTo, Concerned.of(loaded))
                    .chain(basis -> step(unit, steps, ledgerSteps, loaded, basis, upTo)));
  }

  private Uni<Map<UUID, EscalationRow>> step(
      UnitOfWork unit,
      List<SpanStep> steps,
      List<SpanStep> ledgerSteps,
      List<SpanLedger> loaded,
      DecisionBasis basis,
      Instant upTo) {
    Map<UUID, SpanLedger> changed = new LinkedHashMap<>();
    loaded.forEach(ledger -> changed.put(ledger.escalation().id(), ledger));
    return catchUp(unit, turns(ledgerSteps, changed.keySet()), basis)
        .chain(() -> assign(unit, ledgerSteps, basis))
        .invoke(opened -> opened.forEach(ledger -> changed.put(ledger.escalation().id(), ledger)))
        .chain(() -> services.apply(unit, ledgerSteps, changed, basis, upTo))
        .chain(served -> step(unit, steps, ledgerSteps, changed, served, upTo));
  }

  private Uni<Map<UUID, EscalationRow>> step(
      UnitOfWork unit,
      List<SpanStep> steps,
      List<SpanStep> ledgerSteps,
      Map<UUID, SpanLedger> changed,
      Served served,
      Instant upTo) {
    DecisionBasis basis = served.basis();
    close(ledgerSteps, changed);
    List<SpanStep> theirs =
        ledgerSteps.stream().filter(step -> !served.anew().contains(step.now().id())).toList();
    return replica(unit, steps, changed)
        .call(() -> ledgers.write(unit, touched(ledgerSteps, changed), basis, upTo))
        .call(() -> tell(unit, served, resolved(ledgerSteps, changed, served)))
        .call(() -> tell(unit, ledgerSteps, changed, basis, upTo))
        .call(() -> acknowledgements.raised(unit, theirs, changed, basis, upTo));
  }

  /** Those that rest since, and those that did already when they were heard of. */
  private static Set<UUID> resolved(
      List<SpanStep> steps, Map<UUID, SpanLedger> ledgers, Served served) {
    Set<UUID> resolved = new HashSet<>(served.resolved());
    steps.stream()
        .filter(step -> step.opens() && step.now().isResolved())
        .map(step -> step.now().id())
        .filter(ledgers::containsKey)
        .forEach(resolved::add);
    return resolved;
  }

  private Uni<Void> tell(UnitOfWork unit, Served served, Set<UUID> resolved) {
    Roster roster = served.basis().roster();
    return (served.anew().isEmpty()
            ? nothing()
            : listener.assignedAnew(unit, List.copyOf(served.anew()), roster))
        .chain(
            () ->
                resolved.isEmpty() && served.others().isEmpty()
                    ? nothing()
                    : listener.served(unit, resolved, served.others(), roster));
  }

  /** When these ledgers end or are served otherwise, for those that do. */
  private static Map<UUID, Instant> turns(List<SpanStep> steps, Set<UUID> ids) {
    Map<UUID, Instant> turns = closings(steps, ids);
    steps.stream()
        .filter(step -> step.serves() && ids.contains(step.now().id()))
        .forEach(step -> turns.put(step.now().id(), step.changedAt()));
    return turns;
  }

  private Uni<Void> catchUp(UnitOfWork unit, Map<UUID, Instant> closings, DecisionBasis basis) {
    return closings.isEmpty() ? nothing() : listener.catchUp(unit, closings, basis.roster());
  }

  private Uni<List<SpanLedger>> assign(UnitOfWork unit, List<SpanStep> steps, DecisionBasis basis) {
    return assignments.of(unit, steps.stream().filter(SpanStep::opens).toList(), basis);
  }

  private static void close(List<SpanStep> steps, Map<UUID, SpanLedger> ledgers) {
    for (SpanStep step : steps) {
      Instant closedAt = step.now().closedAt();
      SpanLedger ledger = ledgers.get(step.now().id());
      if (ledger != null && closedAt != null && step.closes()) {
        ledger.close(closedAt);
      }
    }
  }

  private Uni<Map<UUID, EscalationRow>> replica(
      UnitOfWork unit, List<SpanStep> steps, Map<UUID, SpanLedger> ledgers) {
    Map<UUID, EscalationRow> rows = new LinkedHashMap<>();
    for (SpanStep step : steps) {
      EscalationRow row = step.now();
      SpanLedger ledger = ledgers.get(row.id());
      boolean unassigned = step.opens() ? ledger == null : row.unassigned();
      long revision = ledger == null ? row.ledgerRevision() : ledger.revision();
      rows.put(row.id(), row.at(revision, unassigned));
    }
    return rows.isEmpty()
        ? Uni.createFrom().item(rows)
        : escalations
            .upsert(unit, rows.values())
            .chain(() -> acknowledgements.await(unit, steps))
            .replaceWith(rows);
  }

  private static List<Touched> touched(List<SpanStep> steps, Map<UUID, SpanLedger> ledgers) {
    List<Touched> touched = new ArrayList<>();
    for (SpanStep step : steps) {
      SpanLedger ledger = ledgers.get(step.now().id());
      if (ledger != null) {
        touched.add(new Touched(ledger, step.severityBefore()));
      }
    }
    return touched;
  }

  private Uni<Void> tell(
      UnitOfWork unit,
      List<SpanStep> steps,
      Map<UUID, SpanLedger> ledgers,
      DecisionBasis basis,
      Instant upTo) {
    Readiness readiness = new Readiness(basis, upTo);
    List<UUID> opened =
        steps.stream()
            .filter(SpanStep::opens)
            .map(step -> ledgers.get(step.now().id()))
            .filter(Objects::nonNull)
            .filter(ledger -> concernsHandoffs(ledger, readiness))
            .map(ledger -> ledger.escalation().id())
            .toList();
    Map<UUID, Instant> closed = closings(steps, ledgers.keySet());
    List<UUID> regraded = regraded(steps);
    return (opened.isEmpty() ? nothing() : listener.assigned(unit, opened, basis.roster()))
        .chain(() -> closed.isEmpty() ? nothing() : listener.closed(unit, closed))
        .chain(() -> regraded.isEmpty() ? nothing() : listener.regraded(unit, regraded));
  }

  private static boolean concernsHandoffs(SpanLedger ledger, Readiness readiness) {
    return ledger
        .newest()
        .filter(newest -> readiness.concernsHandoffs(newest, ledger.regime().livesIn()))
        .isPresent();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static List<UUID> regraded(List<SpanStep> steps) {
    return steps.stream().filter(SpanStep::regrades).map(step -> step.now().id()).toList();
  }

  /** When the spans of these ledgers end, for those that do. */
  private static Map<UUID, Instant> closings(List<SpanStep> steps, Set<UUID> ids) {
    Map<UUID, Instant> closed = new HashMap<>();
    steps.stream()
        .filter(SpanStep::closes)
        .map(SpanStep::now)
        .filter(row -> ids.contains(row.id()))
        .forEach(row -> closed.put(row.id(), Instants.later(row.openedAt(), closedAt(row))));
    return closed;
  }

  private static List<SpanRequest> requests(List<SpanStep> steps, Instant asOf) {
    List<SpanRequest> requests = new ArrayList<>();
    for (SpanStep step : steps) {
      if (step.touchesLedger()) {
        requests.add(new SpanRequest(step.now(), step.since(asOf)));
      }
    }
    return requests;
  }

  private static Instant oldest(List<SpanStep> steps, List<SpanLedger> loaded, Instant asOf) {
    Instant opened =
        steps.stream()
            .filter(SpanStep::opens)
            .map(step -> step.now().openedAt())
            .reduce(asOf, Instants::earlier);
    return loaded.stream().map(SpanLedger::since).reduce(opened, Instants::earlier);
  }

  private static Instant newest(SpanStep step) {
    return Instants.later(step.now().openedAt(), closedAt(step.now()));
  }

  private static Instant closedAt(EscalationRow row) {
    Instant closedAt = row.closedAt();
    return closedAt == null ? Instant.MIN : closedAt;
  }
}
