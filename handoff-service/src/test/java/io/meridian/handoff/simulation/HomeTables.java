package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;

import io.meridian.events.GapCause;
import io.meridian.handoff.calendar.application.SimulatedAgreements;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.duty.store.StayStore;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.GapReason;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.RegimeStore;
import io.meridian.handoff.ledger.store.RestRow;
import io.meridian.handoff.ledger.store.RestStore;
import io.meridian.handoff.simulation.Tables.Served;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The stores of what travels, what stays at home, and what rests. */
final class HomeTables {
  private HomeTables() {}

  private static String key(Home home) {
    return home.tam() + "|" + home.region();
  }

  /** What was decided to stay. */
  @Vetoed
  static final class Decisions extends StayStore {
    private final Tables tables;

    Decisions(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Set<Home>> homes(UnitOfWork unit) {
      return item(homes(tables.accountability.rows().keySet().stream()));
    }

    @Override
    public Uni<Set<Home>> unfinished(UnitOfWork unit) {
      return item(
          homes(
              tables.accountability.rows().keySet().stream()
                  .filter(id -> tables.unfinished(id) != null)));
    }

    private Set<Home> homes(Stream<UUID> ids) {
      Set<Home> homes = new LinkedHashSet<>();
      ids.map(tables::home).filter(Objects::nonNull).forEach(homes::add);
      return homes;
    }

    @Override
    public Uni<Stays> since(UnitOfWork unit, Collection<Home> homes, Instant since) {
      List<Stay> found = new ArrayList<>();
      for (Home home : homes) {
        List<Stay> all = tables.stays.get(key(home), List.of());
        all.stream()
            .filter(stay -> !stay.since().isAfter(since))
            .max(Comparator.comparing(Stay::since))
            .ifPresent(found::add);
        all.stream().filter(stay -> stay.since().isAfter(since)).forEach(found::add);
      }
      return item(Stays.of(found));
    }

    @Override
    public Uni<Void> lock(UnitOfWork unit, Collection<Home> homes) {
      return done();
    }

    @Override
    public Uni<List<Stay>> write(UnitOfWork unit, Collection<Stay> stays) {
      List<Stay> written = new ArrayList<>();
      for (Stay stay : stays) {
        List<Stay> all = new ArrayList<>(tables.stays.get(key(stay.home()), List.of()));
        long last = all.stream().mapToLong(Stay::revision).max().orElse(0);
        Stay now = new Stay(stay.home(), stay.since(), stay.until(), last + 1, stay.decidedAt());
        all.removeIf(known -> known.since().equals(stay.since()));
        all.add(now);
        tables.stays.put(key(stay.home()), List.copyOf(all));
        written.add(now);
      }
      return item(written);
    }
  }

  /** Since when it is so. */
  @Vetoed
  static final class Regimes extends RegimeStore {
    private final Tables tables;

    Regimes(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Void> write(UnitOfWork unit, Collection<SpanLedger> ledgers) {
      for (SpanLedger ledger : ledgers) {
        for (Regime regime : ledger.served()) {
          Served row = new Served(ledger.escalation().openedAt(), regime);
          Tables.change(
              tables.regimes,
              ledger.escalation().id(),
              all -> {
                all.removeIf(
                    known ->
                        known.openedAt().equals(row.openedAt())
                            && known.regime().since().equals(regime.since()));
                all.add(row);
                all.sort(
                    Comparator.comparing(Served::openedAt)
                        .thenComparing(known -> known.regime().since()));
                return all;
              });
        }
      }
      return done();
    }
  }

  /** Rests as they were written down. */
  @Vetoed
  static final class Rests extends RestStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Rests(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<Map<UUID, Long>> voidAll(UnitOfWork unit, List<RestRow> rows) {
      Map<UUID, Long> written = new HashMap<>();
      for (RestRow row : rows) {
        long revision = stored(row).revision() + 1;
        edit(row, all -> all.removeIf(rest -> isThe(rest, row)));
        tables.restsVoided.put(row.id(), revision);
        written.put(row.id(), revision);
      }
      return item(written);
    }

    @Override
    public Uni<Map<UUID, Long>> update(UnitOfWork unit, List<RestRow> rows) {
      Map<UUID, Long> written = new HashMap<>();
      for (RestRow row : rows) {
        LedgerRest now = new LedgerRest(row.rest(), stored(row).revision() + 1);
        edit(row, all -> all.replaceAll(rest -> isThe(rest, row) ? now : rest));
        written.put(row.id(), now.revision());
      }
      return item(written);
    }

    @Override
    public Uni<Map<UUID, Long>> insert(UnitOfWork unit, List<RestRow> rows) {
      Map<UUID, Long> written = new HashMap<>();
      for (RestRow row : rows) {
        long revision = tables.restsVoided.get(row.id(), 0L) + 1;
        if (saboteur.strikes(Fault.REST_AS_GAP)) {
          GapReason reason =
              new GapReason(
                  GapCause.UNACCEPTED_HANDOFF, row.rest().tam(), row.rest().region(), null, null);
          Gap gap = new Gap(row.rest().start(), row.rest().end(), reason);
          Tables.change(
              tables.gaps,
              row.escalationId(),
              all -> {
                all.add(new LedgerGap(gap, null, 1));
                return all;
              });
        }
        if (!saboteur.strikes(Fault.LOST_REST)) {
          edit(row, all -> all.add(new LedgerRest(row.rest(), revision)));
        }
        written.put(row.id(), revision);
      }
      return item(written);
    }

    @Override
    public Uni<Instant> kept(UnitOfWork unit) {
      return item(tables.kept.get("all", Instant.EPOCH));
    }

    @Override
    public Uni<Void> keep(UnitOfWork unit, Instant at) {
      tables.kept.put("all", at);
      return done();
    }

    private LedgerRest stored(RestRow row) {
      return tables.rests.get(row.escalationId(), List.of()).stream()
          .filter(rest -> isThe(rest, row))
          .findFirst()
          .orElseThrow();
    }

    private void edit(RestRow row, Consumer<List<LedgerRest>> edit) {
      Tables.change(
          tables.rests,
          row.escalationId(),
          all -> {
            edit.accept(all);
            all.sort(Comparator.comparing(rest -> rest.rest().start()));
            return all;
          });
    }

    private static boolean isThe(LedgerRest rest, RestRow row) {
      return rest.rest().start().equals(row.rest().start());
    }
  }

  /** What was agreed to before the run began. */
  @Vetoed
  static final class Agreed extends SimulatedAgreements {
    private final List<Interval> intervals;

    Agreed(List<Interval> intervals) {
      this.intervals = intervals;
    }

    @Override
    public Uni<List<Interval>> effective(UnitOfWork unit, Instant from, Instant to) {
      return item(intervals.stream().filter(one -> one.intersects(from, to)).toList());
    }

    @Override
    public Uni<List<Instant>> edges(UnitOfWork unit, Instant after) {
      return item(
          intervals.stream()
              .flatMap(one -> Stream.of(one.start(), one.end()))
              .filter(after::isBefore)
              .toList());
    }
  }
}
