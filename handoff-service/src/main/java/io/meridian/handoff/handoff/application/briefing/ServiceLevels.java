package io.meridian.handoff.handoff.application.briefing;

import io.meridian.events.SlaPolicyState;
import io.meridian.handoff.handoff.store.briefing.CircumstancesStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
  public Uni<Void> follow(SqlConnection tx, Collection<SlaPolicyState> policies) {
    return policies.isEmpty() ? Uni.createFrom().voidItem() : store.upsert(tx, policies);
  }
}
