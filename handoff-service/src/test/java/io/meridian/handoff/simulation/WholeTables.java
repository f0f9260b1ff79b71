package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.item;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Event;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Recomputation.Acceptance;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.WholeLedgerStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Everything the ledgers say, for the recomputation. */
@Vetoed
final class WholeTables extends WholeLedgerStore {
  private final Tables tables;

  WholeTables(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Uni<List<EscalationRow>> page(UnitOfWork unit, UUID after, int limit) {
    return item(List.copyOf(tables.escalations.values()));
  }

  @Override
  public Uni<Rows> of(UnitOfWork unit, List<EscalationRow> escalations) {
    Map<UUID, List<Owned>> intervals = new HashMap<>();
    Map<UUID, List<Hold>> holds = new HashMap<>();
    Map<UUID, List<LedgerGap>> gaps = new HashMap<>();
    Map<UUID, List<LedgerRest>> rests = new HashMap<>();
    Map<UUID, List<Served>> regimes = new HashMap<>();
    Map<UUID, List<Acceptance>> accepted = new HashMap<>();
    Map<UUID, List<Asked>> asked = new HashMap<>();
    Map<UUID, Map<Long, AccountabilityFact>> facts = new HashMap<>();
    for (Event event : tables.log.values()) {
      if (event instanceof AccountabilityEvent told) {
        AccountabilityFact fact = AccountabilityFact.of(told);
        facts
            .computeIfAbsent(fact.escalationId(), id -> new TreeMap<>())
            .putIfAbsent(fact.revision(), fact);
      }
    }
    Map<UUID, List<AccountabilityFact>> history = new HashMap<>();
    facts.forEach((id, own) -> history.put(id, List.copyOf(own.values())));
    for (EscalationRow row : escalations) {
      UUID id = row.id();
      List<Owned> owned =
          tables.accountability.get(id, List.of()).stream()
              .map(o -> new Owned(o.openedAt(), o.interval()))
              .toList();
      if (!owned.isEmpty()) {
        intervals.put(id, owned);
      }
      holds.put(id, tables.holds.get(id, List.of()));
      gaps.put(id, tables.gaps.get(id, List.of()));
      rests.put(id, tables.rests.get(id, List.of()));
      regimes.put(
          id,
          tables.regimes.get(id, List.of()).stream()
              .map(served -> new Served(served.openedAt(), served.regime()))
              .toList());
      accepted.put(id, accepted(id));
      asked.put(id, asked(id));
    }
    return item(new Rows(intervals, holds, gaps, rests, regimes, accepted, asked, history));
  }

  private List<Asked> asked(UUID escalation) {
    return tables.handoffsOf.get(escalation, List.of()).stream()
        .flatMap(id -> tables.handoffs.get(id).handoff().attempts().stream())
        .map(attempt -> new Asked(attempt.tam(), attempt.offeredAt()))
        .toList();
  }

  private List<Acceptance> accepted(UUID escalation) {
    return tables.handoffsOf.get(escalation, List.of()).stream()
        .map(id -> tables.handoffs.get(id).handoff())
        .filter(handoff -> handoff.stage() instanceof Stage.Taken)
        .map(
            handoff -> {
              Stage.Taken stage = (Stage.Taken) handoff.stage();
              return new Acceptance(
                  handoff.plan().id(), stage.by(), stage.at(), stage.effectiveFrom());
            })
        .toList();
  }
}
