package io.meridian.handoff.simulation;

import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.GapCause;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffState;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.simulation.Tables.HandoffRow;
import io.meridian.handoff.simulation.Tables.Owned;
import io.meridian.testkit.history.EventLog;
import io.meridian.testkit.history.HistoryChecker;
import io.meridian.testkit.history.HistoryChecks;
import io.meridian.testkit.history.RecomputedGaps;
import io.meridian.testkit.history.RecomputedLedger;
import io.meridian.testkit.history.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that must be true when a run has come to rest. */
final class SimulationCheck {
  private final Tables tables;
  private final Instant now;
  private final EventLog log;

  SimulationCheck(Simulation run, Instant end) {
    this.tables = run.house.tables;
    this.now = run.house.clock.instant().plusMillis(1);
    List<EventLog.Entry> entries = new ArrayList<>();
    run.outside.told.forEach(e -> entries.add(new EventLog.Entry("o" + entries.size(), e)));
    tables.log.values().forEach(e -> entries.add(new EventLog.Entry("h" + entries.size(), e)));
    this.log = new EventLog(entries);
  }

  List<String> violations() {
    List<String> violations = new ArrayList<>(HistoryChecker.check(log, now, now.minusMillis(1)));
    HistoryChecks checks = new HistoryChecks(log, now);
    TableChecks rows = new TableChecks(tables);
    violations.addAll(rows.loads());
    violations.addAll(rows.deadlines(now.minusMillis(1)));
    violations.addAll(
        rows.acknowledgements(log.events(AcknowledgementEvent.Overdue.class), now.minusMillis(1)));
    checks.rests().complete().forEach(v -> violations.add("I7 rests told: " + v));
    checks.regimes().travelling().forEach(v -> violations.add("I13 travelling: " + v));
    checks.regimes().served().forEach(v -> violations.add("I13 served: " + v));
    checks.ledgers().forEach((id, ledger) -> owners(ledger, violations));
    Map<UUID, List<Span<GapCause>>> stored = new TreeMap<>();
    tables.gaps.rows().forEach((id, gaps) -> gaps.forEach(g -> append(stored, id, g.gap())));
    checks.differences("I7 gaps stored", stored).forEach(violations::add);
    violations.addAll(gapsAsTold());
    handoffs(checks.latestHandoffs(), violations);
    notForgotten(violations);
    return violations;
  }

  /** The ledger as stored says what was told. */
  private void owners(RecomputedLedger ledger, List<String> violations) {
    List<Span<String>> stored =
        tables.accountability.get(ledger.escalationId(), List.of()).stream()
            .map(Owned::interval)
            .filter(i -> i.start().isBefore(now))
            .map(i -> new Span<>(i.start(), endOf(i), i.tam()))
            .toList();
    if (!stored.equals(ledger.accountable())) {
      violations.add("I2 stored: %s, told %s".formatted(stored, ledger));
    }
  }

  private Instant endOf(Accountability interval) {
    Instant end = interval.end();
    return end == null || end.isAfter(now) ? now : end;
  }

  private void append(Map<UUID, List<Span<GapCause>>> all, UUID id, Gap gap) {
    Instant end = gap.end();
    RecomputedGaps.append(
        all.computeIfAbsent(id, i -> new ArrayList<>()),
        new Span<>(gap.start(), end == null ? now : end, gap.reason().cause()));
  }

  /** Each gap as stored is the last that was told of it. */
  private List<String> gapsAsTold() {
    Map<UUID, GapState> told = new TreeMap<>();
    Map<UUID, Boolean> voided = new TreeMap<>();
    for (GapEvent event : log.events(GapEvent.class)) {
      for (GapState gap : event.gaps()) {
        GapState known = told.get(gap.id());
        if (known == null || known.revision() < gap.revision()) {
          told.put(gap.id(), gap);
          voided.put(gap.id(), event instanceof GapEvent.Voided);
        }
      }
    }
    told.keySet().removeIf(voided::get);
    List<String> violations = new ArrayList<>();
    tables
        .gaps
        .rows()
        .forEach(
            (id, gaps) -> {
              for (LedgerGap gap : gaps) {
                GapState state = told.remove(Gap.idOf(id, gap.gap().start()));
                boolean same =
                    state != null
                        && state.revision() == gap.revision()
                        && state.cause() == gap.gap().reason().cause()
                        && (gap.asked() == null) == (state.asked() == null)
                        && (gap.asked() == null
                            || gap.asked().tam().equals(state.asked().id())
                                && gap.asked().since().equals(state.askedSince()))
                        && java.util.Objects.equals(state.end(), gap.gap().end())
                        && java.util.Objects.equals(
                            state.shiftChangeId(), gap.gap().reason().shiftChangeId());
                if (!same) {
                  violations.add("I7 stored: %s, told %s".formatted(gap, state));
                }
              }
            });
    told.values().forEach(gap -> violations.add("I7 stored: none, told " + gap));
    return violations;
  }

  private void handoffs(Map<UUID, HandoffState> told, List<String> violations) {
    for (HandoffRow row : tables.handoffs.values()) {
      UUID id = row.handoff().plan().id();
      HandoffState state = told.get(id);
      if (state == null
          || state.revision() != row.handoff().revision()
          || state.status() != row.handoff().stage().status()) {
        violations.add("I5 handoff stored: %s, told %s".formatted(row.handoff(), state));
      }
    }
    told.keySet().stream()
        .filter(id -> tables.handoffs.get(id) == null)
        .forEach(id -> violations.add("I5 handoff told but not stored: " + id));
  }

  /** What travels and is unattended is offered to somebody, or waits for a shift to come. */
  private void notForgotten(List<String> violations) {
    for (EscalationRow row : tables.escalations.values()) {
      Accountability open = tables.open(row.id());
      if (row.closedAt() == null && open != null && !open.start().isAfter(now)) {
        boolean attended = attended(row.id(), open.tam());
        boolean travels = tables.regime(row.id()).travels();
        if (!attended && travels && tables.unfinished(row.id()) == null) {
          violations.add("I4 forgotten: %s of %s at %s".formatted(row.id(), open, now));
        }
      }
    }
  }

  private boolean attended(UUID id, String tam) {
    Instant at = now.minusMillis(1);
    return tables.shifts.values().stream().anyMatch((Shift s) -> s.covers(at) && s.onDuty(tam))
        || tables.holds.get(id, List.of()).stream()
            .anyMatch(h -> h.tam().equals(tam) && h.covers(at));
  }
}
