package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;
import static java.util.Comparator.comparing;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.GapCause;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.calendar.Interval;
import io.meridian.handoff.domain.ledger.Accountability;
import io.meridian.handoff.domain.ledger.Gap;
import io.meridian.handoff.domain.ledger.GapReason;
import io.meridian.handoff.domain.ledger.Hold;
import io.meridian.handoff.domain.ledger.LedgerGap;
import io.meridian.handoff.domain.ledger.SpanLedger;
import io.meridian.handoff.domain.ledger.SpanRows;
import io.meridian.handoff.domain.routing.Load;
import io.meridian.handoff.simulation.Tables.Owned;
import io.meridian.handoff.store.ledger.AccountabilityStore;
import io.meridian.handoff.store.ledger.EscalationRow;
import io.meridian.handoff.store.ledger.GapRow;
import io.meridian.handoff.store.ledger.GapStore;
import io.meridian.handoff.store.ledger.LedgerRowsStore;
import io.meridian.handoff.store.ledger.LoadStore;
import io.meridian.handoff.store.ledger.SimulatedSpans;
import io.meridian.handoff.store.ledger.SpanRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The stores of accountability, holds and gaps. */
final class LedgerTables {
  private LedgerTables() {}

  /** Reads ledgers of spans. */
  @Vetoed
  static final class Spans extends SimulatedSpans {
    private final Tables tables;

    Spans(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<List<SpanLedger>> load(SqlConnection tx, Collection<SpanRequest> requests) {
      return item(requests.stream().map(this::load).toList());
    }

    private SpanLedger load(SpanRequest request) {
      EscalationRow escalation = request.escalation();
      UUID id = escalation.id();
      List<Accountability> intervals =
          tables.accountability.get(id, List.of()).stream()
              .filter(o -> o.openedAt().equals(escalation.openedAt()))
              .map(Owned::interval)
              .filter(i -> i.end() == null || !i.end().isBefore(request.since()))
              .toList();
      Instant from = intervals.isEmpty() ? escalation.openedAt() : intervals.getFirst().start();
      return new SpanLedger(
          escalation.toDomain(),
          intervals,
          tables.holds.get(id, List.of()).stream().filter(h -> h.end().isAfter(from)).toList(),
          tables.gaps.get(id, List.of()).stream()
              .filter(g -> !g.gap().start().isBefore(from))
              .toList());
    }
  }

  /** Writes accountability and holds. */
  @Vetoed
  static final class Owners extends AccountabilityStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Owners(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<Void> write(SqlConnection tx, Collection<SpanLedger> ledgers) {
      ledgers.forEach(this::write);
      return done();
    }

    private void write(SpanLedger ledger) {
      UUID id = ledger.escalation().id();
      for (Accountability gone : ledger.removed()) {
        edit(id, all -> all.removeIf(o -> o.interval().covers(gone.start())));
      }
      for (Accountability cut : ledger.cut()) {
        edit(id, all -> all.replaceAll(o -> o.interval().covers(cut.start()) ? end(o, cut) : o));
      }
      for (Accountability fresh : ledger.added()) {
        Owned row = new Owned(ledger.escalation().openedAt(), shifted(fresh));
        edit(id, all -> all.add(row));
      }
      ledger.closedAt().ifPresent(at -> endHolds(id, at));
      for (Hold hold : ledger.declared()) {
        if (!saboteur.strikes(Fault.LOST_HOLD)) {
          Tables.change(tables.holds, id, all -> sorted(all, hold));
        }
      }
    }

    private void endHolds(UUID id, Instant at) {
      Tables.change(
          tables.holds,
          id,
          all -> {
            all.removeIf(hold -> !hold.start().isBefore(at));
            all.replaceAll(hold -> hold.covers(at) ? new Hold(hold.tam(), hold.start(), at) : hold);
            return all;
          });
    }

    private void edit(UUID id, java.util.function.Consumer<List<Owned>> edit) {
      Tables.change(
          tables.accountability,
          id,
          all -> {
            edit.accept(all);
            all.sort(comparing(o -> o.interval().start()));
            return all;
          });
    }

    private Owned end(Owned row, Accountability cut) {
      Instant end = cut.end();
      if (end != null && saboteur.strikes(Fault.TWO_OWNERS)) {
        end = end.plusMillis(1);
      } else if (end != null
          && end.toEpochMilli() - cut.start().toEpochMilli() > 1
          && saboteur.strikes(Fault.NO_OWNER)) {
        end = end.minusMillis(1);
      }
      return new Owned(row.openedAt(), interval(cut, cut.start(), end));
    }

    private Accountability shifted(Accountability fresh) {
      boolean late =
          fresh.basis() == AccountabilityBasis.HANDOFF
              && fresh.end() == null
              && saboteur.strikes(Fault.SHIFTED_ACCEPTANCE);
      return late ? interval(fresh, fresh.start().plusMillis(1), fresh.end()) : fresh;
    }

    private static Accountability interval(Accountability of, Instant start, Instant end) {
      return new Accountability(
          of.tam(), of.region(), start, end, of.basis(), of.handoffId(), of.reason());
    }

    private static List<Hold> sorted(List<Hold> all, Hold hold) {
      all.add(hold);
      all.sort(comparing(Hold::start));
      return all;
    }
  }

  /** Writes gaps. */
  @Vetoed
  static final class Gaps extends GapStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Gaps(Tables tables, Saboteur saboteur) {
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
                other,
                reason.tam(),
                reason.fromRegion(),
                reason.toRegion(),
                reason.shiftChangeId());
      }
      Instant end = gap.end();
      boolean cut = end != null && saboteur.strikes(Fault.SHORT_GAP);
      return new Gap(gap.start(), cut ? end.minusMillis(1) : end, reason);
    }

    private static boolean isThe(LedgerGap gap, GapRow row) {
      return gap.gap().start().equals(row.gap().start());
    }
  }

  /** Reads ledgers for people. */
  @Vetoed
  static final class Rows extends LedgerRowsStore {
    private final Tables tables;

    Rows(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<List<Interval>> earlier(SqlConnection tx, UUID escalation, Instant present) {
      SortedMap<Instant, Instant> ends = new TreeMap<>();
      tables.accountability.get(escalation, List.of()).stream()
          .filter(o -> o.openedAt().isBefore(present))
          .forEach(
              o -> ends.merge(o.openedAt(), o.interval().end(), (x, y) -> x.isAfter(y) ? x : y));
      return item(
          ends.entrySet().stream().map(e -> new Interval(e.getKey(), e.getValue())).toList());
    }

    @Override
    public Uni<SpanRows> of(SqlConnection tx, UUID escalation, Instant opened, Instant closed) {
      List<Accountability> intervals =
          tables.accountability.get(escalation, List.of()).stream()
              .filter(o -> o.openedAt().equals(opened))
              .map(Owned::interval)
              .toList();
      List<Gap> gaps =
          new ArrayList<>(tables.gaps.get(escalation, List.of()))
              .stream()
                  .map(LedgerGap::gap)
                  .filter(g -> g.end() == null || g.end().isAfter(opened))
                  .toList();
      return item(new SpanRows(intervals, tables.holds.get(escalation, List.of()), gaps));
    }
  }

  /** Counts what everybody carries. */
  @Vetoed
  static final class Loads extends LoadStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Loads(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<Map<String, Load>> all(SqlConnection tx) {
      return item(Map.copyOf(tables.loads.rows()));
    }

    @Override
    public Uni<Map<String, Load>> withOffers(SqlConnection tx, Collection<String> tams) {
      return withOffers(tx)
          .map(
              all -> {
                all.keySet().retainAll(tams);
                return all;
              });
    }

    @Override
    public Uni<Map<String, Load>> withOffers(SqlConnection tx) {
      Map<String, Load> carried = new HashMap<>(tables.loads.rows());
      tables.handoffs.values().stream()
          .map(Tables.HandoffRow::handoff)
          .filter(handoff -> handoff.stage().status() == HandoffStatus.OFFERED)
          .forEach(
              handoff -> {
                UUID escalation = handoff.passage().escalationId();
                boolean first = tables.escalations.get(escalation).severity() == Severity.SEV1;
                carried.merge(
                    handoff.to(),
                    new Load(1, first ? 1 : 0),
                    (a, b) -> new Load(a.open() + b.open(), a.sev1() + b.sev1()));
              });
      return item(carried);
    }

    @Override
    public Uni<Void> add(SqlConnection tx, SortedMap<String, Load> differences) {
      differences.forEach(
          (tam, more) -> {
            if (!saboteur.strikes(Fault.LOST_LOAD)) {
              Load before = tables.loads.get(tam, Load.NONE);
              tables.loads.put(
                  tam, new Load(before.open() + more.open(), before.sev1() + more.sev1()));
            }
          });
      return done();
    }
  }
}
