package io.meridian.handoff.messaging;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.CoverageEvent;
import io.meridian.events.DutyEvent;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.events.ShiftChangeEvent;
import io.meridian.events.Topic;
import io.meridian.events.WatchEvent;
import io.meridian.handoff.notification.application.Notifying;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Tells people what this service has published about accountability, handoffs, gaps, coverage and
 * readiness. It reads its own service's topics, so that no handoff waits for it.
 */
@ApplicationScoped
public class NotificationConsumer implements EventConsumer {
  private final Notifying notifying;

  NotificationConsumer(Notifying notifying) {
    this.notifying = notifying;
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HANDOFFS, Topic.SHIFTS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(
        AccountabilityEvent.Assigned.class,
        AccountabilityEvent.Transferred.class,
        AcknowledgementEvent.class,
        HandoffEvent.Drafted.class,
        HandoffEvent.Offered.class,
        HandoffEvent.Accepted.class,
        HandoffEvent.AssignedByLead.class,
        HandoffEvent.ReadBack.class,
        HandoffEvent.Declined.class,
        HandoffEvent.EscalatedToLead.class,
        HandoffEvent.Briefed.class,
        HandoffEvent.Regraded.class,
        HandoffEvent.Queried.class,
        HandoffEvent.Answered.class,
        GapEvent.class,
        CoverageEvent.class,
        DutyEvent.class,
        WatchEvent.class,
        ShiftChangeEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    return notifying.follow(unit, batch.stream().map(Received::event).toList());
  }
}
