package io.meridian.escalation.accountability.messaging;

import io.meridian.escalation.accountability.application.AccountableReplica;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps this service's own copy of who is accountable. */
@ApplicationScoped
class AccountabilityEvents implements EventConsumer {
  private final AccountableReplica replica;

  AccountabilityEvents(AccountableReplica replica) {
    this.replica = replica;
  }

  @Override
  public String name() {
    return "accountability";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HANDOFFS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(AccountabilityEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return replica.apply(unit, Received.events(batch, AccountabilityEvent.class));
  }
}
