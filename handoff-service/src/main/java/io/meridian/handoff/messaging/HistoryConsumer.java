package io.meridian.handoff.messaging;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Event;
import io.meridian.events.Topic;
import io.meridian.handoff.ledger.application.History;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Reads back what this service has told about accountability: the recomputation of ledgers believes
 * the log, as everybody else does, and not the tables it is to check.
 */
@ApplicationScoped
public class HistoryConsumer implements EventConsumer {
  private final History history;

  HistoryConsumer(History history) {
    this.history = history;
  }

  @Override
  public String name() {
    return "history";
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
    return history.keep(unit, Received.events(batch, AccountabilityEvent.class));
  }
}
