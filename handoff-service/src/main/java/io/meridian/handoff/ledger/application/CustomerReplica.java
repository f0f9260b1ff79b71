package io.meridian.handoff.ledger.application;

import io.meridian.events.CustomerState;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** This service's copy of the customers: names, languages and who is assigned to them. */
@ApplicationScoped
public class CustomerReplica {

  private final CustomerStore customers;

  CustomerReplica(CustomerStore customers) {
    this.customers = customers;
  }

  /** Takes over newer states; older ones change nothing. */
  public Uni<Void> follow(UnitOfWork unit, Collection<CustomerState> states) {
    return states.isEmpty() ? Uni.createFrom().voidItem() : customers.upsert(unit, states);
  }
}
