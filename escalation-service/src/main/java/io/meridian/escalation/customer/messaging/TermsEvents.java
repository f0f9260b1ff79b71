package io.meridian.escalation.customer.messaging;

import io.meridian.escalation.customer.application.TermsReplica;
import io.meridian.events.CustomerEvent;
import io.meridian.events.Event;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.Topic;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Keeps this service's own copy of what counts for customers' escalations. A consumer beside that
 * of names and references, since it reads the topic from its beginning where those are read
 * already.
 */
@ApplicationScoped
class TermsEvents implements EventConsumer {
  private final TermsReplica replica;

  TermsEvents(TermsReplica replica) {
    this.replica = replica;
  }

  @Override
  public String name() {
    return "service-terms";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(CustomerEvent.class, SlaPolicyEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return replica.apply(unit, Received.events(batch, Event.class));
  }
}
