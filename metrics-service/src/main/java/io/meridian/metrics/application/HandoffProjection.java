package io.meridian.metrics.application;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.metrics.store.HandoffStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the handoffs. */
@ApplicationScoped
public class HandoffProjection {

  private final HandoffStore handoffs;

  HandoffProjection(HandoffStore handoffs) {
    this.handoffs = handoffs;
  }

  /**
   * Takes over what was told about handoffs, in any order. That a handoff went to the lead is kept
   * even if a later state was known before.
   */
  public Uni<Void> apply(UnitOfWork unit, List<HandoffEvent> events) {
    Map<UUID, HandoffState> latest = new HashMap<>();
    Set<UUID> escalated = new HashSet<>();
    for (HandoffEvent event : events) {
      for (HandoffState handoff : event.handoffs()) {
        latest.merge(handoff.id(), handoff, HandoffProjection::later);
        if (event instanceof HandoffEvent.EscalatedToLead) {
          escalated.add(handoff.id());
        }
      }
    }
    return handoffs
        .forward(unit, latest.values())
        .chain(() -> handoffs.markEscalated(unit, escalated));
  }

  private static HandoffState later(HandoffState a, HandoffState b) {
    return b.revision() > a.revision() ? b : a;
  }
}
