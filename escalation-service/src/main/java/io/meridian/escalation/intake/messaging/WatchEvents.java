package io.meridian.escalation.intake.messaging;

import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.intake.application.Intake;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.events.Event;
import io.meridian.events.ExternalRef;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.Topic;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchItemState;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens what crews have watched and somebody has made an escalation of; each once. */
@ApplicationScoped
class WatchEvents implements EventConsumer {
  /** What such an escalation stands for; handoff-service knows its items again by it. */
  static final String SYSTEM = "meridian:watch";

  private final Intake intake;

  WatchEvents(Intake intake) {
    this.intake = intake;
  }

  @Override
  public String name() {
    return "watch-items";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HANDOFFS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(WatchEvent.Escalated.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    List<WatchItemState> items =
        Received.events(batch, WatchEvent.Escalated.class).stream()
            .flatMap(event -> event.items().stream())
            .toList();
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> intake.take(unit, opening(item)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Arrival opening(WatchItemState item) {
    Person by = Optional.ofNullable(item.endedBy()).orElse(item.madeBy());
    Severity severity = Optional.ofNullable(item.severity()).orElse(Severity.SEV2);
    String description = "What to do: %s".formatted(item.whatIf());
    return new Arrival.Opening(
        by.id(),
        new Content(item.what(), description, severity, item.customerId(), List.of()),
        new ExternalRef(SYSTEM, item.id().toString(), null, null));
  }
}
