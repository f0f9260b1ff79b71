package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.routing.Assignment;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.routing.Routing;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes somebody accountable for escalations that open, each as of its opening. */
@ApplicationScoped
class Assignments {

  private final CustomerStore customers;
  private final LoadStore loads;

  Assignments(CustomerStore customers, LoadStore loads) {
    this.customers = customers;
    this.loads = loads;
  }

  /** A ledger for each, in the same order; none while there is no region at all. */
  Uni<List<SpanLedger>> of(UnitOfWork unit, List<EscalationRow> opened, DecisionBasis basis) {
    if (opened.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids =
        opened.stream().map(EscalationRow::customerId).filter(Objects::nonNull).distinct().toList();
    return customers
        .find(unit, ids)
        .chain(known -> loads.all(unit).map(carried -> assign(opened, known, carried, basis)));
  }

  private static List<SpanLedger> assign(
      List<EscalationRow> opened,
      Map<UUID, Customer> customers,
      Map<String, Load> loads,
      DecisionBasis basis) {
    Routing routing =
        new Routing(basis.inForce().calendar(), basis.roster(), basis.planner(), loads);
    List<SpanLedger> ledgers = new ArrayList<>();
    for (EscalationRow row : opened) {
      UUID customer = row.customerId();
      Opening opening =
          new Opening(
              row.openedAt(),
              row.severity(),
              row.tags(),
              customer == null ? null : customers.get(customer));
      routing.assign(opening).ifPresent(to -> ledgers.add(ledger(row, to)));
    }
    return ledgers;
  }

  private static SpanLedger ledger(EscalationRow row, Assignment to) {
    SpanLedger ledger = SpanLedger.empty(row.toDomain());
    ledger.assign(
        new Accountability(
            to.tam(), to.region(), row.openedAt(), null, to.basis(), null, to.reason()));
    return ledger;
  }
}
