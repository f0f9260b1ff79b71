package io.meridian.escalation.scope.messaging;

import io.meridian.escalation.scope.application.ScopeReplica;
import io.meridian.events.CustomerEvent;
import io.meridian.events.Event;
import io.meridian.events.HandoffEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.Topic;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps who is asked, on duty, assigned, and a stakeholder. */
@ApplicationScoped
class ScopeEvents implements EventConsumer {
  private final ScopeReplica replica;

  ScopeEvents(ScopeReplica replica) {
    this.replica = replica;
  }

  @Override
  public String name() {
    return "scope";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS, Topic.HANDOFFS, Topic.SHIFTS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(CustomerEvent.class, HandoffEvent.class, ShiftEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return replica
        .offers(unit, Received.events(batch, HandoffEvent.class))
        .chain(() -> replica.duties(unit, Received.events(batch, ShiftEvent.class)))
        .chain(() -> replica.customers(unit, Received.events(batch, CustomerEvent.class)));
  }
}
