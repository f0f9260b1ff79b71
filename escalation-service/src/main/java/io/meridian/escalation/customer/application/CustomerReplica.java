package io.meridian.escalation.customer.application;

import io.meridian.escalation.customer.store.CustomerStore;
import io.meridian.events.CustomerState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over what customer-service tells; only forward. */
@ApplicationScoped
public class CustomerReplica {
  private final CustomerStore store;

  CustomerReplica(CustomerStore store) {
    this.store = store;
  }

  /** Applies states in any order; the newest of each customer stays. */
  public Uni<Void> apply(UnitOfWork unit, List<CustomerState> states) {
    Map<UUID, CustomerState> newest = new HashMap<>();
    for (CustomerState state : states) {
      newest.merge(state.id(), state, (a, b) -> a.revision() < b.revision() ? b : a);
    }
    return newest.isEmpty() ? Uni.createFrom().voidItem() : store.save(unit, newest.values());
  }
}
