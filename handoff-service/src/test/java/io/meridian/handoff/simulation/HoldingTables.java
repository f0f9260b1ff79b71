package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.item;

import io.meridian.events.HandoffStatus;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Wanted;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.duty.store.TenureStore;
import io.meridian.handoff.handoff.domain.Demands.Present;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.handoff.store.HoldingStore;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.handoff.handoff.store.PastStore;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.simulation.Tables.HandoffRow;
import io.meridian.handoff.simulation.Tables.Owned;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who holds what, and who held what. */
final class HoldingTables {
  private HoldingTables() {}

  /** Open escalations with their holders. */
  @Vetoed
  static final class Holdings extends HoldingStore {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::tam).thenComparing(Place::escalation, Tables.ORDER);
    private final Tables tables;
    private final Saboteur saboteur;

    Holdings(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<List<Group>> travelling(UnitOfWork unit, Instant at, Map<String, Instant> floors) {
      return groups(open(at, this::isFollowingTheSun), floors);
    }

    @Override
    public Uni<List<Group>> atHome(
        UnitOfWork unit, Instant at, Map<String, Instant> floors, Collection<Home> homes) {
      return groups(open(at, row -> homes.contains(tables.home(row.id()))), floors);
    }

    @Override
    public Uni<List<Group>> groups(
        UnitOfWork unit, Instant at, Map<String, Instant> floors, Collection<UUID> ids) {
      return groups(
          open(at, row -> ids.contains(row.id()) && !isResolved(row) && isUndecided(row, at)),
          floors);
    }

    private Uni<List<Group>> groups(Stream<EscalationRow> open, Map<String, Instant> floors) {
      Set<Group> groups = new LinkedHashSet<>();
      open.forEach(
          row -> {
            Accountability held = tables.open(row.id());
            Instant floor = floors.get(held.tam());
            Instant since = floor == null || held.start().isAfter(floor) ? held.start() : floor;
            groups.add(new Group(holder(row.id(), held, since), present(row.id())));
          });
      return item(List.copyOf(groups));
    }

    /** Or rests, when that fault is planted. */
    private boolean isFollowingTheSun(EscalationRow row) {
      return tables.regime(row.id()).travels()
          || isResolved(row) && saboteur.strikes(Fault.TRAVELLING_REST);
    }

    private boolean isUndecided(EscalationRow row, Instant at) {
      return tables.handoffsOf.get(row.id(), List.of()).stream()
          .noneMatch(id -> tables.handoffs.get(id).asOf().isAfter(at));
    }

    private boolean isResolved(EscalationRow row) {
      return tables.regime(row.id()).resolved();
    }

    @Override
    public Uni<List<Holding>> travelling(
        UnitOfWork unit, Instant at, Collection<String> tams, Place after, int limit) {
      boolean all = saboteur.plants(Fault.TRAVELLING_REST);
      return page(
          open(at, row -> all || tables.regime(row.id()).travels())
              .filter(row -> tams.contains(tables.open(row.id()).tam())),
          after,
          limit);
    }

    @Override
    public Uni<List<Holding>> atHome(
        UnitOfWork unit, Instant at, Collection<Home> homes, Place after, int limit) {
      return page(open(at, row -> homes.contains(tables.home(row.id()))), after, limit);
    }

    private Uni<List<Holding>> page(Stream<EscalationRow> rows, Place after, int limit) {
      return item(
          rows.map(this::holding)
              .filter(row -> ORDER.compare(place(row), after) > 0)
              .sorted((a, b) -> ORDER.compare(place(a), place(b)))
              .skip(!after.equals(Place.FIRST) && saboteur.strikes(Fault.PASSED_OVER) ? 1 : 0)
              .limit(limit)
              .toList());
    }

    private static Place place(Holding row) {
      return new Place(row.holder().tam(), row.subject().escalationId());
    }

    @Override
    public Uni<List<Holding>> holdings(
        UnitOfWork unit, Instant at, Collection<String> tams, Collection<UUID> ids) {
      return item(
          open(at, row -> ids.contains(row.id()) && !isResolved(row) && isUndecided(row, at))
              .filter(row -> tams.contains(tables.open(row.id()).tam()))
              .map(this::holding)
              .toList());
    }

    /** In id order. */
    private Stream<EscalationRow> open(Instant at, Predicate<EscalationRow> wanted) {
      return tables.escalations.values().stream()
          .filter(row -> row.closedAt() == null && tables.open(row.id()) != null)
          .filter(wanted)
          .filter(
              row -> {
                HandoffRow unfinished = tables.unfinished(row.id());
                return unfinished == null || !unfinished.asOf().isAfter(at);
              });
    }

    private Holder holder(UUID id, Accountability held, Instant since) {
      List<Interval> own =
          tables.holds.get(id, List.of()).stream()
              .filter(h -> h.tam().equals(held.tam()) && h.end().isAfter(held.start()))
              .map(h -> new Interval(h.start(), h.end()))
              .sorted(Comparator.comparing(Interval::start))
              .toList();
      return new Holder(held.tam(), held.region(), since, apart(own), tables.regime(id).livesIn());
    }

    /** Intervals in order of their starts, those that meet made one. */
    private static List<Interval> apart(List<Interval> ordered) {
      List<Interval> apart = new ArrayList<>();
      for (Interval next : ordered) {
        Interval last = apart.isEmpty() ? null : apart.getLast();
        if (last == null || last.end().isBefore(next.start())) {
          apart.add(next);
        } else if (last.end().isBefore(next.end())) {
          apart.set(apart.size() - 1, new Interval(last.start(), next.end()));
        }
      }
      return apart;
    }

    private Present present(UUID id) {
      HandoffRow row = tables.unfinished(id);
      if (row == null) {
        return null;
      }
      Handoff handoff = row.handoff();
      PlannedChange change = tables.changes.get(handoff.plan().shiftChangeId());
      return new Present(
          change.id(),
          change.boundary(),
          handoff.stage().status(),
          handoff.to(),
          handoff.stage().status() == HandoffStatus.ESCALATED_TO_LEAD
              && handoff.attempts().size() == 1,
          change.toRegion(),
          change.incoming().id(),
          change.incoming().start(),
          change.incoming().end());
    }

    private Holding holding(EscalationRow row) {
      Accountability held = tables.open(row.id());
      Customer customer = row.customerId() == null ? null : tables.customers.get(row.customerId());
      HandoffRow unfinished = tables.unfinished(row.id());
      return new Holding(
          HandoffTables.subject(tables, row.id()),
          holder(row.id(), held, held.start()),
          row.tags(),
          customer == null ? null : customer.language(),
          customer == null ? Map.of() : customer.assignments(),
          unfinished == null ? null : unfinished.handoff(),
          unfinished == null
              ? null
              : tables.briefings.get(unfinished.handoff().plan().id(), HandoffTables.UNWRITTEN),
          present(row.id()));
    }
  }

  /** Since when holders have held. */
  @Vetoed
  static final class Tenures extends TenureStore {
    private final Tables tables;

    Tenures(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Instant> oldest(UnitOfWork unit) {
      Stream<Instant> travelling =
          tables.accountability.rows().keySet().stream()
              .filter(id -> tables.regime(id).travels())
              .map(tables::open)
              .filter(Objects::nonNull)
              .map(Accountability::start);
      Stream<Instant> handedOver =
          tables.accountability.rows().keySet().stream()
              .map(tables::home)
              .filter(Objects::nonNull)
              .distinct()
              .map(home -> tables.stays.get(home.tam() + "|" + home.region(), List.of()))
              .flatMap(all -> all.stream().max(Comparator.comparing(Stay::since)).stream())
              .filter(stay -> stay.until() == null)
              .map(Stay::since);
      return item(Stream.concat(travelling, handedOver).min(Instant::compareTo).orElse(null));
    }

    @Override
    public Uni<Instant> oldest(UnitOfWork unit, Collection<UUID> escalations) {
      return item(
          escalations.stream()
              .map(tables::open)
              .filter(Objects::nonNull)
              .map(Accountability::start)
              .min(Instant::compareTo)
              .orElse(null));
    }
  }

  /** What routing wants to know of an offer. */
  @Vetoed
  static final class Offers extends OfferStore {
    private final Tables tables;

    Offers(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Optional<UUID>> askedOf(UnitOfWork unit, UUID escalation, String tam) {
      HandoffRow open = tables.unfinished(escalation);
      return item(
          Optional.ofNullable(open)
              .map(HandoffRow::handoff)
              .filter(h -> h.stage() instanceof Stage.Asked asked && asked.tam().equals(tam))
              .map(h -> h.plan().id()));
    }

    @Override
    public Uni<Wanted> wanted(UnitOfWork unit, UUID handoff) {
      Handoff found = tables.handoffs.get(handoff).handoff();
      EscalationRow row = tables.escalations.get(found.plan().escalationId());
      Customer customer = row.customerId() == null ? null : tables.customers.get(row.customerId());
      String region = found.plan().toRegion();
      return item(
          new Wanted(
              row.severity(),
              row.tags(),
              customer == null ? null : customer.language(),
              customer == null ? null : customer.assignments().get(region)));
    }
  }

  /** Who held escalations until now. */
  @Vetoed
  static final class Past extends PastStore {
    private final Tables tables;

    Past(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<List<Held>> ended(UnitOfWork unit, Collection<UUID> ids) {
      List<Held> held = new ArrayList<>();
      for (UUID id : ids) {
        EscalationRow row = tables.escalations.get(id);
        for (Owned owned : tables.accountability.get(id, List.of())) {
          Accountability i = owned.interval();
          boolean isResolved = i.end() == null && tables.regime(id).resolved();
          Instant end = isResolved ? tables.regime(id).since() : i.end();
          if (end != null && owned.openedAt().equals(row.openedAt())) {
            held.add(
                new Held(
                    HandoffTables.subject(tables, id),
                    i.tam(),
                    i.region(),
                    i.start(),
                    end,
                    end.equals(row.closedAt()),
                    turns(row)));
          }
        }
      }
      return item(held);
    }

    private SortedMap<Instant, Boolean> turns(EscalationRow row) {
      SortedMap<Instant, Boolean> turns = new TreeMap<>();
      tables.regimes.get(row.id(), List.of()).stream()
          .filter(served -> served.openedAt().equals(row.openedAt()))
          .forEach(served -> turns.put(served.regime().since(), served.regime().travels()));
      return turns;
    }

    @Override
    public Uni<Set<HandedOver>> handedOver(UnitOfWork unit, Collection<UUID> ids) {
      Set<HandedOver> boundaries = new HashSet<>();
      for (UUID id : ids) {
        for (UUID handoff : tables.handoffsOf.get(id, List.of())) {
          var plan = tables.handoffs.get(handoff).handoff().plan();
          boundaries.add(new HandedOver(id, plan.from(), plan.boundary()));
        }
      }
      return item(boundaries);
    }
  }
}
