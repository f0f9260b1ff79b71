package io.meridian.handoff.ledger.application;

import io.meridian.handoff.ledger.application.LedgerWriter.Touched;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Makes steps in the lives of many escalations at once, at most one of each. */
@ApplicationScoped
class StepWriter {

  private final EscalationStore escalations;
  private final SpanStore spans;
  private final Worlds worlds;
  private final Assignments assignments;
  private final LedgerWriter ledgers;
  private final LedgerListener listener;
  private final Acknowledgements acknowledgements;

  StepWriter(
      EscalationStore escalations,
      SpanStore spans,
      Worlds worlds,
      Assignments assignments,
      LedgerWriter ledgers,
      LedgerListener listener,
      Acknowledgements acknowledgements) {
    this.escalations = escalations;
    this.spans = spans;
    this.worlds = worlds;
    this.assignments = assignments;
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
      UnitOfWork unit, List<Step> steps, Instant asOf, Instant settled) {
    List<Step> ledgerSteps = steps.stream().filter(s -> s.opens() || s.touchesLedger()).toList();
    if (ledgerSteps.isEmpty()) {
      return replica(unit, steps, Map.of());
    }
    Instant upTo = ledgerSteps.stream().map(StepWriter::newest).reduce(asOf, StepWriter::later);
    return spans
        .load(unit, requests(ledgerSteps, Worlds.earlier(asOf, settled)))
        .chain(
            loaded ->
                worlds
                    .around(unit, oldest(ledgerSteps, loaded, asOf), upTo, Worlds.holders(loaded))
                    .chain(world -> step(unit, steps, ledgerSteps, loaded, world, upTo)));
  }

  private Uni<Map<UUID, EscalationRow>> step(
      UnitOfWork unit,
      List<Step> steps,
      List<Step> ledgerSteps,
      List<SpanLedger> loaded,
      World world,
      Instant upTo) {
    Map<UUID, SpanLedger> changed = new LinkedHashMap<>();
    loaded.forEach(ledger -> changed.put(ledger.escalation().id(), ledger));
    return catchUp(unit, closings(ledgerSteps, changed.keySet()), world)
        .chain(() -> assign(unit, ledgerSteps, world))
        .invoke(opened -> opened.forEach(ledger -> changed.put(ledger.escalation().id(), ledger)))
        .invoke(() -> close(ledgerSteps, changed))
        .chain(() -> replica(unit, steps, changed))
        .call(() -> ledgers.write(unit, touched(ledgerSteps, changed), world, upTo))
        .call(() -> tell(unit, ledgerSteps, changed, world, upTo))
        .call(() -> acknowledgements.raised(unit, ledgerSteps, changed, world, upTo));
  }

  private Uni<Void> catchUp(UnitOfWork unit, Map<UUID, Instant> closings, World world) {
    return closings.isEmpty() ? nothing() : listener.catchUp(unit, closings, world.roster());
  }

  private Uni<List<SpanLedger>> assign(UnitOfWork unit, List<Step> steps, World world) {
    return assignments.of(unit, steps.stream().filter(Step::opens).map(Step::now).toList(), world);
  }

  private static void close(List<Step> steps, Map<UUID, SpanLedger> ledgers) {
    for (Step step : steps) {
      Instant closedAt = step.now().closedAt();
      SpanLedger ledger = ledgers.get(step.now().id());
      if (ledger != null && closedAt != null && step.closes()) {
        ledger.close(closedAt);
      }
    }
  }

  private Uni<Map<UUID, EscalationRow>> replica(
      UnitOfWork unit, List<Step> steps, Map<UUID, SpanLedger> ledgers) {
    Map<UUID, EscalationRow> rows = new LinkedHashMap<>();
    for (Step step : steps) {
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

  private static List<Touched> touched(List<Step> steps, Map<UUID, SpanLedger> ledgers) {
    List<Touched> touched = new ArrayList<>();
    for (Step step : steps) {
      SpanLedger ledger = ledgers.get(step.now().id());
      if (ledger != null) {
        touched.add(new Touched(ledger, step.severityBefore()));
      }
    }
    return touched;
  }

  private Uni<Void> tell(
      UnitOfWork unit, List<Step> steps, Map<UUID, SpanLedger> ledgers, World world, Instant upTo) {
    Readiness readiness = new Readiness(world, upTo);
    List<UUID> opened =
        steps.stream()
            .filter(Step::opens)
            .map(step -> ledgers.get(step.now().id()))
            .filter(Objects::nonNull)
            .filter(ledger -> ledger.newest().filter(readiness::concernsHandoffs).isPresent())
            .map(ledger -> ledger.escalation().id())
            .toList();
    Map<UUID, Instant> closed = closings(steps, ledgers.keySet());
    List<UUID> regraded = regraded(steps);
    return (opened.isEmpty() ? nothing() : listener.assigned(unit, opened, world.roster()))
        .chain(() -> closed.isEmpty() ? nothing() : listener.closed(unit, closed))
        .chain(() -> regraded.isEmpty() ? nothing() : listener.regraded(unit, regraded));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static List<UUID> regraded(List<Step> steps) {
    return steps.stream().filter(Step::regrades).map(step -> step.now().id()).toList();
  }

  /** When the spans of these ledgers end, for those that do. */
  private static Map<UUID, Instant> closings(List<Step> steps, Set<UUID> ids) {
    Map<UUID, Instant> closed = new HashMap<>();
    steps.stream()
        .filter(Step::closes)
        .map(Step::now)
        .filter(row -> ids.contains(row.id()))
        .forEach(row -> closed.put(row.id(), later(row.openedAt(), closedAt(row))));
    return closed;
  }

  private static List<SpanRequest> requests(List<Step> steps, Instant asOf) {
    List<SpanRequest> requests = new ArrayList<>();
    for (Step step : steps) {
      if (step.touchesLedger()) {
        requests.add(new SpanRequest(step.now(), step.since(asOf)));
      }
    }
    return requests;
  }

  private static Instant oldest(List<Step> steps, List<SpanLedger> loaded, Instant asOf) {
    Instant opened =
        steps.stream()
            .filter(Step::opens)
            .map(step -> step.now().openedAt())
            .reduce(asOf, Worlds::earlier);
    return loaded.stream().map(SpanLedger::since).reduce(opened, Worlds::earlier);
  }

  private static Instant newest(Step step) {
    return later(step.now().openedAt(), closedAt(step.now()));
  }

  private static Instant closedAt(EscalationRow row) {
    Instant closedAt = row.closedAt();
    return closedAt == null ? Instant.MIN : closedAt;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
