package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;
import static java.util.Comparator.comparing;

import io.meridian.events.GapCause;
import io.meridian.handoff.domain.ledger.Gap;
import io.meridian.handoff.domain.ledger.GapReason;
import io.meridian.handoff.domain.ledger.LedgerGap;
import io.meridian.handoff.store.ledger.GapRow;
import io.meridian.handoff.store.ledger.GapStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
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
  public Uni<Void> voidAll(SqlConnection tx, List<GapRow> rows) {
    for (GapRow row : rows) {
      if (!saboteur.strikes(Fault.KEPT_GAP)) {
        edit(row, all -> all.removeIf(g -> isThe(g, row)));
      }
      tables.voided.put(row.id(), row.revision());
    }
    return done();
  }

  @Override
  public Uni<Void> update(SqlConnection tx, List<GapRow> rows) {
    for (GapRow row : rows) {
      LedgerGap stored = new LedgerGap(spoilt(row.gap()), row.revision());
      edit(row, all -> all.replaceAll(g -> isThe(g, row) ? stored : g));
    }
    return done();
  }

  @Override
  public Uni<Map<UUID, Long>> insert(SqlConnection tx, List<GapRow> rows) {
    Map<UUID, Long> revisions = new HashMap<>();
    for (GapRow row : rows) {
      UUID change = row.gap().reason().shiftChangeId();
      if (change != null && tables.changes.get(change) == null) {
        throw new IllegalStateException("no shift change for " + row);
      }
      long revision = tables.voided.get(row.id(), 0L) + 1;
      edit(row, all -> all.add(new LedgerGap(spoilt(row.gap()), revision)));
      revisions.put(row.id(), revision);
    }
    return item(revisions);
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
              other, reason.tam(), reason.fromRegion(), reason.toRegion(), reason.shiftChangeId());
    }
    Instant end = gap.end();
    boolean cut = end != null && saboteur.strikes(Fault.SHORT_GAP);
    return new Gap(gap.start(), cut ? end.minusMillis(1) : end, reason);
  }

  private static boolean isThe(LedgerGap gap, GapRow row) {
    return gap.gap().start().equals(row.gap().start());
  }
}
