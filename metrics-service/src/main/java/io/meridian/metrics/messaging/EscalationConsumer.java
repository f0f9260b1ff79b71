package io.meridian.metrics.messaging;

import io.meridian.events.EscalationEvent;
import io.meridian.events.Topic;
import io.meridian.metrics.application.EscalationProjection;
import io.meridian.metrics.application.Freshness;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Escalations: when they opened, were acknowledged, resolved and closed. */
@ApplicationScoped
public class EscalationConsumer implements EventConsumer {

  private final EscalationProjection escalations;

  EscalationConsumer(EscalationProjection escalations) {
    this.escalations = escalations;
  }

  @Override
  public String name() {
    return Freshness.ESCALATIONS;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ESCALATIONS);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return escalations.apply(
        unit,
        Received.events(batch, EscalationEvent.class).stream()
            .map(EscalationEvent::escalation)
            .toList());
  }
}
