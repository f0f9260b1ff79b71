package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.item;
import static java.util.Comparator.comparing;

import io.meridian.events.GapCause;
import io.meridian.handoff.handoff.domain.Attempt;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.GapReason;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.store.GapRow;
import io.meridian.handoff.ledger.store.GapStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The store of gaps. */
@Vetoed
final class GapTable extends GapStore {
  private final Tables tables;
  private final Saboteur saboteur;

  GapTable(Tables tables, Saboteur saboteur) {
    this.tables = tables;
    this.saboteur = saboteur;
  }

  @Override
  public Uni<Map<UUID, GapRevision>> voidAll(UnitOfWork unit, List<GapRow> rows) {
    Map<UUID, GapRevision> written = new HashMap<>();
    for (GapRow row : rows) {
      LedgerGap stored = stored(row);
      if (!saboteur.strikes(Fault.KEPT_GAP)) {
        edit(row, all -> all.removeIf(g -> isThe(g, row)));
      }
      tables.voided.put(row.id(), stored.revision() + 1);
      written.put(row.id(), new GapRevision(stored.revision() + 1, stored.asked()));
    }
    return item(written);
  }

  @Override
  public Uni<Map<UUID, GapRevision>> update(UnitOfWork unit, List<GapRow> rows) {
    Map<UUID, GapRevision> written = new HashMap<>();
    for (GapRow row : rows) {
      LedgerGap before = stored(row);
      Asked asked = before.asked();
      Instant end = row.gap().end();
      boolean kept = asked != null && (end == null || asked.since().isBefore(end));
      put(
          row,
          new LedgerGap(spoilt(row.gap()), kept ? asked : asked(row), before.revision() + 1),
          written);
    }
    return item(written);
  }

  @Override
  public Uni<Map<UUID, GapRevision>> insert(UnitOfWork unit, List<GapRow> rows) {
    Map<UUID, GapRevision> written = new HashMap<>();
    for (GapRow row : rows) {
      UUID change = row.gap().reason().shiftChangeId();
      if (change != null && tables.changes.get(change) == null) {
        throw new IllegalStateException("no shift change for " + row);
      }
      long revision = tables.voided.get(row.id(), 0L) + 1;
      Asked asked = saboteur.strikes(Fault.FORGOTTEN_ASKING) ? null : asked(row);
      edit(row, all -> all.add(new LedgerGap(spoilt(row.gap()), asked, revision)));
      written.put(row.id(), new GapRevision(revision, asked));
    }
    return item(written);
  }

  @Override
  public Uni<List<AskedGap>> ask(UnitOfWork unit, List<Asking> askings) {
    List<AskedGap> asked = new ArrayList<>();
    for (Asking asking : askings) {
      for (LedgerGap gap : tables.gaps.get(asking.escalationId(), List.of())) {
        boolean concerned =
            gap.asked() == null
                && gap.gap().end() == null
                && asking.shiftChangeId().equals(gap.gap().reason().shiftChangeId());
        if (concerned) {
          LedgerGap now = new LedgerGap(gap.gap(), asking.asked(), gap.revision() + 1);
          put(new GapRow(asking.escalationId(), gap.gap()), now, new HashMap<>());
          asked.add(
              new AskedGap(
                  tables.escalations.get(asking.escalationId()).toDomain(),
                  now.gap(),
                  asking.asked(),
                  now.revision()));
        }
      }
    }
    return item(asked);
  }

  private LedgerGap stored(GapRow row) {
    return tables.gaps.get(row.escalationId(), List.of()).stream()
        .filter(gap -> isThe(gap, row))
        .findFirst()
        .orElseThrow();
  }

  private void put(GapRow row, LedgerGap now, Map<UUID, GapRevision> written) {
    edit(row, all -> all.replaceAll(g -> isThe(g, row) ? now : g));
    written.put(row.id(), new GapRevision(now.revision(), now.asked()));
  }

  /** As the statement does it: the first whom the handoffs of its shift change still asked then. */
  private Asked asked(GapRow row) {
    Instant start = row.gap().start();
    Instant end = row.gap().end();
    return tables.handoffsOf.get(row.escalationId(), List.of()).stream()
        .map(id -> tables.handoffs.get(id).handoff())
        .filter(h -> h.plan().shiftChangeId().equals(row.gap().reason().shiftChangeId()))
        .flatMap(h -> h.attempts().stream())
        .filter(a -> a.answeredAt() == null || !a.answeredAt().isBefore(start))
        .filter(a -> end == null || a.offeredAt().isBefore(end))
        .min(comparing(Attempt::offeredAt))
        .map(a -> new Asked(a.tam(), a.offeredAt()))
        .orElse(null);
  }

  private void edit(GapRow row, java.util.function.Consumer<List<LedgerGap>> edit) {
    Tables.change(
        tables.gaps,
        row.escalationId(),
        all -> {
          edit.accept(all);
          all.sort(comparing(g -> g.gap().start()));
          return all;
        });
  }

  private Gap spoilt(Gap gap) {
    GapReason reason = gap.reason();
    if (saboteur.strikes(Fault.SWAPPED_CAUSE)) {
      GapCause[] causes = GapCause.values();
      GapCause other = causes[(reason.cause().ordinal() + 1) % causes.length];
      reason =
          new GapReason(
              other,
              reason.tam(),
              reason.fromRegion(),
              reason.toRegion(),
              reason.shiftChangeId(),
              reason.agreed());
    }
    Instant end = gap.end();
    boolean cut = end != null && saboteur.strikes(Fault.SHORT_GAP);
    return new Gap(gap.start(), cut ? end.minusMillis(1) : end, reason);
  }

  private static boolean isThe(LedgerGap gap, GapRow row) {
    return gap.gap().start().equals(row.gap().start());
  }
}
