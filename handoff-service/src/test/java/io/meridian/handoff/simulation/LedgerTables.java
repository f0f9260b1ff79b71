package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;
import static java.util.Comparator.comparing;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Parts;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.domain.SpanRows;
import io.meridian.handoff.ledger.store.AccountabilityStore;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.LedgerRowsStore;
import io.meridian.handoff.ledger.store.SimulatedSpans;
import io.meridian.handoff.ledger.store.SpanRequest;
import io.meridian.handoff.simulation.Tables.Owned;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The stores of accountability and holds, and of ledgers as a whole. */
final class LedgerTables {
  private LedgerTables() {}

  static List<Regime> regimes(Tables tables, UUID id, Instant opened) {
    return tables.regimes.get(id, List.of()).stream()
        .filter(served -> served.openedAt().equals(opened))
        .map(Tables.Served::regime)
        .toList();
  }

  /** Reads ledgers of spans. */
  @Vetoed
  static final class Spans extends SimulatedSpans {
    private final Tables tables;

    Spans(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<List<SpanLedger>> load(UnitOfWork unit, Collection<SpanRequest> requests) {
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
          new Parts(
              tables.holds.get(id, List.of()).stream().filter(h -> h.end().isAfter(from)).toList(),
              tables.gaps.get(id, List.of()).stream()
                  .filter(g -> !g.gap().start().isBefore(from))
                  .toList(),
              tables.rests.get(id, List.of()).stream()
                  .filter(r -> !r.rest().start().isBefore(from))
                  .toList(),
              regimes(tables, id, escalation.openedAt())));
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
    public Uni<Void> write(UnitOfWork unit, Collection<SpanLedger> ledgers) {
      ledgers.forEach(this::write);
      return done();
    }

    @Override
    public Uni<List<Beginning>> beginning(UnitOfWork unit, Instant at, UUID after, int limit) {
      return item(
          tables.escalations.values().stream()
              .filter(row -> Tables.ORDER.compare(row.id(), after) > 0)
              .flatMap(row -> beginning(row, at))
              .sorted(comparing(b -> b.escalation().id(), Tables.ORDER))
              .limit(limit)
              .toList());
    }

    private Stream<Beginning> beginning(EscalationRow row, Instant at) {
      return tables.accountability.get(row.id(), List.of()).stream()
          .map(Owned::interval)
          .filter(interval -> interval.start().equals(at) && interval.handoffId() != null)
          .filter(interval -> !saboteur.strikes(Fault.UNTOLD_EFFECT))
          .flatMap(interval -> beginning(row, interval).stream());
    }

    private Optional<Beginning> beginning(EscalationRow row, Accountability interval) {
      Handoff handoff = tables.handoffs.get(interval.handoffId()).handoff();
      boolean before =
          handoff.stage() instanceof Stage.Accepted accepted
              && accepted.at().isBefore(interval.start());
      Instant until =
          tables.holds.get(row.id(), List.of()).stream()
              .filter(hold -> hold.tam().equals(interval.tam()) && hold.covers(interval.start()))
              .map(Hold::end)
              .max(Instant::compareTo)
              .orElse(null);
      return before
          ? Optional.of(new Beginning(row.toDomain(), interval, handoff.plan().from(), until))
          : Optional.empty();
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

  /** Reads ledgers for people. */
  @Vetoed
  static final class Rows extends LedgerRowsStore {
    private final Tables tables;

    Rows(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<List<Interval>> earlier(UnitOfWork unit, UUID escalation, Instant present) {
      SortedMap<Instant, Instant> ends = new TreeMap<>();
      tables.accountability.get(escalation, List.of()).stream()
          .filter(o -> o.openedAt().isBefore(present))
          .forEach(
              o -> ends.merge(o.openedAt(), o.interval().end(), (x, y) -> x.isAfter(y) ? x : y));
      return item(
          ends.entrySet().stream().map(e -> new Interval(e.getKey(), e.getValue())).toList());
    }

    @Override
    public Uni<SpanRows> of(UnitOfWork unit, UUID escalation, Instant opened, Instant closed) {
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
      List<Rest> rests =
          tables.rests.get(escalation, List.of()).stream()
              .map(LedgerRest::rest)
              .filter(r -> r.end() == null || r.end().isAfter(opened))
              .toList();
      return item(
          new SpanRows(
              intervals,
              tables.holds.get(escalation, List.of()),
              gaps,
              rests,
              regimes(tables, escalation, opened)));
    }
  }
}
