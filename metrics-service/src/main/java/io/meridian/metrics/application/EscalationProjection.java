package io.meridian.metrics.application;

import io.meridian.events.EscalationState;
import io.meridian.metrics.store.OpeningStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the openings of escalations: a reopening after a close is a new one. */
@ApplicationScoped
public class EscalationProjection {

  private record Opening(UUID escalationId, Instant openedAt) {}

  private final OpeningStore openings;

  EscalationProjection(OpeningStore openings) {
    this.openings = openings;
  }

  /** Takes over states in any order; each opening moves only forward. */
  public Uni<Void> apply(UnitOfWork unit, List<EscalationState> states) {
    Map<Opening, EscalationState> latest = HashMap.newHashMap(states.size());
    for (EscalationState state : states) {
      latest.merge(
          new Opening(state.id(), state.openedAt()),
          state,
          (a, b) -> b.revision() > a.revision() ? b : a);
    }
    return openings.forward(unit, latest.values());
  }
}
