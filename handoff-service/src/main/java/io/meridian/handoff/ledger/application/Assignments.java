package io.meridian.handoff.ledger.application;

import io.meridian.events.ServiceHours;
import io.meridian.handoff.duty.domain.routing.Assignment;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.routing.Routing;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes somebody accountable for escalations that open, each as of its opening, and for those whom
 * nobody attends any more since they are served otherwise.
 */
@ApplicationScoped
class Assignments {

  private final CustomerStore customers;
  private final LoadStore loads;

  Assignments(CustomerStore customers, LoadStore loads) {
    this.customers = customers;
    this.loads = loads;
  }

  /** A ledger for each, in the same order; none while there is no region at all. */
  Uni<List<SpanLedger>> of(UnitOfWork unit, List<SpanStep> opened, DecisionBasis basis) {
    return opened.isEmpty()
        ? Uni.createFrom().item(List.of())
        : situation(unit, opened.stream().map(SpanStep::now).toList(), basis)
            .map(
                situation ->
                    opened.stream().flatMap(step -> situation.ledger(step).stream()).toList());
  }

  /** By whom and where escalations may be worked on. */
  Uni<Situation> situation(UnitOfWork unit, List<EscalationRow> rows, DecisionBasis basis) {
    List<UUID> ids =
        rows.stream().map(EscalationRow::customerId).filter(Objects::nonNull).distinct().toList();
    return Uni.combine()
        .all()
        .unis(customers.find(unit, ids), loads.all(unit))
        .with(
            (known, carried) ->
                new Situation(
                    known,
                    new Homes(basis.inForce()),
                    new Routing(
                        basis.inForce().calendar(), basis.roster(), basis.planner(), carried)));
  }

  /** What assignments of one run are made by. */
  record Situation(Map<UUID, Customer> customers, Homes homes, Routing routing) {

    /** Who takes it from an instant on; empty when there is no region at all. */
    Optional<Assignment> to(EscalationRow row, Instant at, @Nullable String home) {
      String livesIn = row.serviceHours() == ServiceHours.HOME_REGION ? home : null;
      return routing.assign(new Opening(at, row.severity(), row.tags(), customer(row), livesIn));
    }

    /** Where it lives by what is known of it and its customer. */
    Optional<String> home(EscalationRow row) {
      return homes.of(row, customer(row));
    }

    private @Nullable Customer customer(EscalationRow row) {
      UUID customer = row.customerId();
      return customer == null ? null : customers.get(customer);
    }

    private Optional<SpanLedger> ledger(SpanStep step) {
      EscalationRow row = step.now();
      @Nullable String known = home(row).orElse(null);
      return to(row, row.openedAt(), known)
          .map(to -> Assignments.ledger(step, to, known == null ? to.region() : known));
    }
  }

  private static SpanLedger ledger(SpanStep step, Assignment to, String home) {
    EscalationRow row = step.now();
    Instant opened = row.openedAt();
    SpanLedger ledger = SpanLedger.empty(row.toDomain());
    ledger.assign(
        new Accountability(to.tam(), to.region(), opened, null, to.basis(), null, to.reason()),
        new Regime(opened, row.serviceHours(), home, false));
    if (row.isResolved()) {
      ledger.serve(new Regime(step.changedAt(), row.serviceHours(), home, true));
    }
    return ledger;
  }
}
