package io.meridian.escalation.customer.application;

import io.meridian.escalation.customer.store.ServiceTermsStore;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.Event;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.Tier;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over what counts for customers' escalations; only forward. */
@ApplicationScoped
public class TermsReplica {
  private final ServiceTermsStore store;

  TermsReplica(ServiceTermsStore store) {
    this.store = store;
  }

  /** Applies events in any order; the newest state of each customer and of each tier stays. */
  public Uni<Void> apply(UnitOfWork unit, List<Event> events) {
    Map<UUID, CustomerState> customers = new HashMap<>();
    Map<Tier, SlaPolicyState> policies = new EnumMap<>(Tier.class);
    for (Event event : events) {
      if (event instanceof CustomerEvent told) {
        customers.merge(
            told.customer().id(), told.customer(), (a, b) -> a.revision() < b.revision() ? b : a);
      } else if (event instanceof SlaPolicyEvent told) {
        policies.merge(
            told.policy().tier(), told.policy(), (a, b) -> a.revision() < b.revision() ? b : a);
      }
    }
    return store
        .saveCustomers(unit, customers.values())
        .chain(() -> store.savePolicies(unit, policies.values()));
  }
}
