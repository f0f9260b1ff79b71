package io.meridian.handoff.handoff.application.briefing;

import io.meridian.events.SlaPolicyState;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** This service's copy of what tiers were promised. */
@ApplicationScoped
public class ServiceLevels {
  private final CircumstancesStore store;

  ServiceLevels(CircumstancesStore store) {
    this.store = store;
  }

  /** Takes over newer states; older ones change nothing. */
  public Uni<Void> follow(UnitOfWork unit, Collection<SlaPolicyState> policies) {
    return policies.isEmpty() ? Uni.createFrom().voidItem() : store.upsert(unit, policies);
  }
}
