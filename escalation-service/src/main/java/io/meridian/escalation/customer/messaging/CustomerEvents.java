package io.meridian.escalation.customer.messaging;

import io.meridian.escalation.customer.application.CustomerReplica;
import io.meridian.events.CustomerEvent;
import io.meridian.events.Topic;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps this service's own copy of the customers. */
@ApplicationScoped
class CustomerEvents implements EventConsumer {
  private final CustomerReplica replica;

  CustomerEvents(CustomerReplica replica) {
    this.replica = replica;
  }

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return replica.apply(
        unit,
        Received.events(batch, CustomerEvent.class).stream().map(CustomerEvent::customer).toList());
  }
}
