package io.meridian.handoff.simulation;

import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.AcknowledgementState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.AcknowledgementTerms;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.simulation.Tables.Owned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What must be true of the tables themselves. */
final class TableChecks {
  private final Tables tables;

  TableChecks(Tables tables) {
    this.tables = tables;
  }

  /** What the database would refuse: the touched ledgers must partition their spans. */
  List<String> constraints() {
    List<String> violations = new ArrayList<>();
    for (UUID id : tables.accountability.touched()) {
      List<Owned> rows = tables.accountability.get(id, List.of());
      EscalationRow row = tables.escalations.get(id);
      Instant opened = null;
      Instant at = null;
      for (Owned owned : rows) {
        Accountability interval = owned.interval();
        boolean newSpan = !owned.openedAt().equals(opened);
        Instant expected = newSpan ? owned.openedAt() : at;
        if (!interval.start().equals(expected)
            || newSpan && at != null && at.isAfter(interval.start())) {
          violations.add("I2 constraint: %s is torn at %s".formatted(id, interval));
        }
        opened = owned.openedAt();
        at = interval.end();
      }
      if (row != null && row.openedAt().equals(opened) && !same(at, row.closedAt())) {
        violations.add("I2 constraint: %s ends at %s, not %s".formatted(id, at, row.closedAt()));
      }
    }
    apart(violations);
    return violations;
  }

  /** No instant is in a gap and in a rest. */
  private void apart(List<String> violations) {
    for (UUID id : tables.rests.touched()) {
      for (LedgerRest rest : tables.rests.get(id, List.of())) {
        for (LedgerGap gap : tables.gaps.get(id, List.of())) {
          if (overlap(rest.rest(), gap.gap())) {
            violations.add("I7 constraint: %s rests in a gap: %s, %s".formatted(id, rest, gap));
          }
        }
      }
    }
  }

  private static boolean overlap(Rest rest, Gap gap) {
    return (gap.end() == null || rest.start().isBefore(gap.end()))
        && (rest.end() == null || gap.start().isBefore(rest.end()));
  }

  private static boolean same(Instant a, Instant b) {
    return a == null ? b == null : a.equals(b);
  }

  /** What everybody carries, counted anew. */
  List<String> loads() {
    Map<String, Load> counted = new TreeMap<>();
    for (EscalationRow row : tables.escalations.values()) {
      Accountability open = tables.open(row.id());
      if (row.closedAt() == null && open != null) {
        Load before = counted.getOrDefault(open.tam(), Load.NONE);
        counted.put(
            open.tam(),
            new Load(before.open() + 1, before.sev1() + (row.severity() == Severity.SEV1 ? 1 : 0)));
      }
    }
    Map<String, Load> stored = new TreeMap<>(tables.loads.rows());
    stored.values().removeIf(Load.NONE::equals);
    return stored.equals(counted)
        ? List.of()
        : List.of("loads: stored %s, counted %s".formatted(stored, counted));
  }

  /** No offer outlives its deadline in silence. */
  List<String> deadlines(Instant now) {
    return tables.handoffs.values().stream()
        .map(Tables.HandoffRow::handoff)
        .filter(h -> h.stage() instanceof Stage.Offered o && !o.acceptBy().isAfter(now))
        .map(h -> "I11 liveness: past its deadline at %s: %s".formatted(now, h))
        .toList();
  }

  /**
   * What is severe and not acknowledged waits for a deadline to come, or the lead was told; of each
   * deadline once.
   */
  List<String> acknowledgements(List<AcknowledgementEvent.Overdue> told, Instant now) {
    List<String> wrong = new ArrayList<>();
    Set<List<Object>> deadlines = new HashSet<>();
    Map<UUID, Instant> latest = new TreeMap<>();
    for (AcknowledgementEvent.Overdue event : told) {
      AcknowledgementState state = event.acknowledgement();
      if (!deadlines.add(List.of(state.escalationId(), state.due()))
          || state.changedAt().isBefore(state.due())) {
        wrong.add("I12 acknowledgement: told twice, or too early: " + state);
      }
      latest.merge(state.escalationId(), state.changedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Instant lastSecond = now.truncatedTo(ChronoUnit.SECONDS);
    for (EscalationRow row : tables.escalations.values()) {
      Instant by = row.acknowledgeBy();
      boolean awaited =
          AcknowledgementTerms.awaits(row.severity(), EscalationStatus.valueOf(row.status()));
      boolean isTold = !latest.getOrDefault(row.id(), Instant.MIN).isBefore(row.openedAt());
      boolean right = by == null ? !awaited || isTold : awaited && by.isAfter(lastSecond);
      if (!right && !row.unassigned()) {
        wrong.add("I12 acknowledgement: forgotten at %s: %s".formatted(now, row));
      }
    }
    return wrong;
  }
}
