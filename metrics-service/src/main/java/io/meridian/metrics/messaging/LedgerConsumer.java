package io.meridian.metrics.messaging;

import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.events.RestEvent;
import io.meridian.events.Topic;
import io.meridian.metrics.application.Freshness;
import io.meridian.metrics.application.GapProjection;
import io.meridian.metrics.application.HandoffProjection;
import io.meridian.metrics.application.RestProjection;
import io.meridian.metrics.domain.GapReport;
import io.meridian.metrics.domain.RestReport;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gaps, rests and handoffs, packed or single. Accountability itself is not measured here. */
@ApplicationScoped
public class LedgerConsumer implements EventConsumer {

  private final GapProjection gaps;
  private final RestProjection rests;
  private final HandoffProjection handoffs;

  LedgerConsumer(GapProjection gaps, RestProjection rests, HandoffProjection handoffs) {
    this.gaps = gaps;
    this.rests = rests;
    this.handoffs = handoffs;
  }

  @Override
  public String name() {
    return Freshness.LEDGER;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.HANDOFFS);
  }

  @Override
  public Set<Class<? extends Event>> wants() {
    return Set.of(GapEvent.class, RestEvent.class, HandoffEvent.class);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    List<GapReport> gapReports = new ArrayList<>();
    List<RestReport> restReports = new ArrayList<>();
    List<HandoffEvent> handoffEvents = new ArrayList<>();
    for (Received received : batch) {
      if (received.event() instanceof GapEvent event) {
        boolean voided = event instanceof GapEvent.Voided;
        event.gaps().forEach(gap -> gapReports.add(new GapReport(gap, voided)));
      } else if (received.event() instanceof RestEvent event) {
        boolean voided = event instanceof RestEvent.Voided;
        event.rests().forEach(rest -> restReports.add(new RestReport(rest, voided)));
      } else if (received.event() instanceof HandoffEvent event) {
        handoffEvents.add(event);
      }
    }
    return gaps.apply(unit, gapReports)
        .chain(() -> rests.apply(unit, restReports))
        .chain(() -> handoffs.apply(unit, handoffEvents));
  }
}
