package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;

import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Predicate;

/** The stores of replicas, timers and the ledger's lock. */
final class EscalationTables {
  private EscalationTables() {}

  /** The replica of escalations. */
  @Vetoed
  static final class Escalations extends EscalationStore {
    private final Tables tables;

    Escalations(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Map<UUID, EscalationRow>> lock(UnitOfWork unit, Collection<UUID> ids) {
      return item(where(row -> ids.contains(row.id()), Integer.MAX_VALUE));
    }

    @Override
    public Uni<Map<UUID, EscalationRow>> lockUnassigned(UnitOfWork unit) {
      return item(where(EscalationRow::unassigned, Integer.MAX_VALUE));
    }

    @Override
    public Uni<SequencedMap<UUID, EscalationRow>> lockAffected(
        UnitOfWork unit,
        Collection<String> tams,
        Collection<Home> homes,
        Instant at,
        UUID after,
        int limit) {
      return item(
          where(
              row ->
                  row.closedAt() == null
                      && Tables.ORDER.compare(row.id(), after) > 0
                      && isAffected(row.id(), tams, homes, at),
              limit));
    }

    @Override
    public Uni<SequencedMap<UUID, EscalationRow>> lockRestful(
        UnitOfWork unit, Collection<Home> homes, Instant from, Instant to, UUID after, int limit) {
      return item(
          where(
              row ->
                  row.closedAt() == null
                      && Tables.ORDER.compare(row.id(), after) > 0
                      && tables.home(row.id()) != null
                      && isRestful(row.id(), homes, from, to),
              limit));
    }

    private boolean isRestful(UUID id, Collection<Home> homes, Instant from, Instant to) {
      return homes.contains(tables.home(id))
          || tables.holds.get(id, List.of()).stream().anyMatch(h -> isIn(h.end(), from, to))
          || tables.open(id).handoffId() != null && isIn(tables.open(id).start(), from, to);
    }

    private static boolean isIn(Instant at, Instant from, Instant to) {
      return at.isAfter(from) && !at.isAfter(to);
    }

    @Override
    public Uni<SequencedMap<UUID, EscalationRow>> lockUnserved(UnitOfWork unit, int limit) {
      return item(where(row -> row.unserved() && row.closedAt() == null, limit));
    }

    private boolean isAffected(
        UUID id, Collection<String> tams, Collection<Home> homes, Instant at) {
      Accountability open = tables.open(id);
      boolean travels = tables.regime(id).travels();
      return open != null && travels && tams.contains(open.tam())
          || homes.contains(tables.home(id))
          || tables.accountability.get(id, List.of()).stream()
              .anyMatch(o -> !o.interval().start().isBefore(at))
          || tables.gaps.get(id, List.of()).stream().anyMatch(g -> g.gap().end() == null)
          || tables.holds.get(id, List.of()).stream().anyMatch(h -> h.end().equals(at));
    }

    private SequencedMap<UUID, EscalationRow> where(Predicate<EscalationRow> wanted, int limit) {
      SequencedMap<UUID, EscalationRow> rows = new LinkedHashMap<>();
      tables.escalations.values().stream()
          .filter(wanted)
          .sorted(Comparator.comparing(EscalationRow::id, Tables.ORDER))
          .limit(limit)
          .forEach(row -> rows.put(row.id(), row));
      return rows;
    }

    @Override
    public Uni<Optional<EscalationRow>> find(UnitOfWork unit, String id) {
      return item(Optional.ofNullable(tables.escalations.get(UUID.fromString(id))));
    }

    @Override
    public Uni<Void> upsert(UnitOfWork unit, Collection<EscalationRow> rows) {
      for (EscalationRow row : rows) {
        EscalationRow known = tables.escalations.get(row.id());
        if (known == null || known.revision() <= row.revision()) {
          tables.escalations.put(row.id(), row);
        }
      }
      return done();
    }

    @Override
    public Uni<List<Unacknowledged>> takeOverdue(
        UnitOfWork unit, Instant at, Instant now, int limit) {
      List<Unacknowledged> overdue = new ArrayList<>();
      for (EscalationRow row : where(row -> isOverdue(row, at), limit).values()) {
        tables.escalations.put(row.id(), told(row));
        Accountability holder =
            tables.accountability.get(row.id(), List.of()).stream()
                .map(Tables.Owned::interval)
                .filter(interval -> interval.covers(now))
                .findFirst()
                .orElseThrow();
        overdue.add(
            new Unacknowledged(
                row.id(),
                row.shortId(),
                row.severity(),
                row.acknowledgeBy(),
                holder.tam(),
                holder.region()));
      }
      return item(overdue);
    }

    private static EscalationRow told(EscalationRow row) {
      return new EscalationRow(
          row.id(),
          row.shortId(),
          row.title(),
          row.customerId(),
          row.severity(),
          row.status(),
          row.tags(),
          row.serviceHours(),
          row.homeRegion(),
          row.openedAt(),
          row.closedAt(),
          row.revision(),
          row.ledgerRevision(),
          row.unassigned(),
          null,
          row.unserved());
    }

    private static boolean isOverdue(EscalationRow row, Instant at) {
      return row.acknowledgeBy() != null && !row.acknowledgeBy().isAfter(at) && !row.unassigned();
    }

    @Override
    public Uni<Void> updateRevisions(UnitOfWork unit, Collection<SpanLedger> ledgers) {
      for (SpanLedger ledger : ledgers) {
        EscalationRow row = tables.escalations.get(ledger.escalation().id());
        tables.escalations.put(row.id(), row.at(ledger.revision(), row.unassigned()));
      }
      return done();
    }
  }

  /** The replica of customers. */
  @Vetoed
  static final class Customers extends CustomerStore {
    private final Tables tables;

    Customers(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Map<UUID, Customer>> find(UnitOfWork unit, Collection<UUID> ids) {
      return item(tables.customers.rows(ids));
    }
  }

  /** Nothing runs beside anything: only how far all is settled is kept. */
  @Vetoed
  static final class Lock extends LedgerLock {
    private final Tables tables;

    Lock(Tables tables) {
      this.tables = tables;
    }

    private Uni<Instant> settled() {
      return item(tables.settled.get("all", Instant.EPOCH));
    }

    @Override
    public Uni<Instant> share(UnitOfWork unit) {
      return settled();
    }

    @Override
    public Uni<Instant> tryShare(UnitOfWork unit) {
      return settled();
    }

    @Override
    public Uni<Instant> alone(UnitOfWork unit) {
      return settled();
    }

    @Override
    public Uni<Void> settled(UnitOfWork unit, Instant boundary) {
      Instant before = tables.settled.get("all", Instant.EPOCH);
      tables.settled.put("all", before.isAfter(boundary) ? before : boundary);
      return done();
    }
  }

  /** Timers. */
  @Vetoed
  static final class Timers extends TimerStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Timers(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<Void> insert(UnitOfWork unit, Collection<Timer> timers) {
      for (Timer timer : timers) {
        boolean lost =
            switch (timer.kind()) {
              case ACCEPT_BY -> saboteur.strikes(Fault.LOST_DEADLINE);
              case ACKNOWLEDGE_BY -> saboteur.strikes(Fault.LOST_ACKNOWLEDGEMENT);
              default -> false;
            };
        if (!lost && tables.timers.get(timer) == null) {
          tables.timers.put(timer, timer);
        }
      }
      return done();
    }

    @Override
    public Uni<Optional<Timer>> earliest(UnitOfWork unit) {
      return item(tables.timers.first());
    }

    @Override
    public Uni<List<Instant>> due(UnitOfWork unit, Timer.Kind kind, Instant until) {
      return item(
          tables.timers.values().stream()
              .filter(t -> t.kind() == kind && !t.dueAt().isAfter(until))
              .map(Timer::dueAt)
              .sorted()
              .toList());
    }

    @Override
    public Uni<Void> delete(UnitOfWork unit, Timer timer) {
      tables.timers.remove(timer);
      return done();
    }

    @Override
    public Uni<Void> deleteAfter(UnitOfWork unit, Instant at, Timer.Kind... kinds) {
      List<Timer> gone =
          tables.timers.values().stream()
              .filter(t -> t.dueAt().isAfter(at) && Arrays.asList(kinds).contains(t.kind()))
              .toList();
      gone.forEach(tables.timers::remove);
      return done();
    }
  }
}
