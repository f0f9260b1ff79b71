package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;

import io.meridian.events.HandoffStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** The store of what everybody carries. */
@Vetoed
final class LoadTable extends LoadStore {
  private final Tables tables;
  private final Saboteur saboteur;

  LoadTable(Tables tables, Saboteur saboteur) {
    this.tables = tables;
    this.saboteur = saboteur;
  }

  @Override
  public Uni<Map<String, Load>> all(UnitOfWork unit) {
    return item(Map.copyOf(tables.loads.rows()));
  }

  @Override
  public Uni<Map<String, Load>> withOffers(UnitOfWork unit, Collection<String> tams) {
    return withOffers(unit)
        .map(
            all -> {
              all.keySet().retainAll(tams);
              return all;
            });
  }

  @Override
  public Uni<Map<String, Load>> withOffers(UnitOfWork unit) {
    Map<String, Load> carried = new HashMap<>(tables.loads.rows());
    tables.handoffs.values().stream()
        .map(Tables.HandoffRow::handoff)
        .filter(handoff -> handoff.stage().status() == HandoffStatus.OFFERED)
        .forEach(
            handoff -> {
              UUID escalation = handoff.plan().escalationId();
              boolean first = tables.escalations.get(escalation).severity() == Severity.SEV1;
              carried.merge(
                  handoff.to(),
                  new Load(1, first ? 1 : 0),
                  (a, b) -> new Load(a.open() + b.open(), a.sev1() + b.sev1()));
            });
    return item(carried);
  }

  @Override
  public Uni<Void> add(UnitOfWork unit, SortedMap<String, Load> differences) {
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
