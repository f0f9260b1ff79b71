package io.meridian.handoff.calendar.application.roster;

import io.meridian.events.SwapState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
import io.meridian.handoff.calendar.store.roster.SwapRepository;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what becomes of requests, and announces it, in the caller's transaction. */
@ApplicationScoped
class SwapLog {

  private final SwapRepository store;
  private final Outbox outbox;

  SwapLog(SwapRepository store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
  }

  Uni<SwapState> add(UnitOfWork unit, InForce inForce, SwapRequest request) {
    return store
        .insert(unit, request)
        .invoke(
            isNew -> {
              if (!isNew) {
                throw Problem.conflict(
                    "already-asked", request.asked() + " is asked for this shift already");
              }
            })
        .chain(() -> announce(unit, inForce, request));
  }

  Uni<SwapState> save(UnitOfWork unit, InForce inForce, SwapRequest request) {
    return store.update(unit, request).chain(() -> announce(unit, inForce, request));
  }

  private Uni<SwapState> announce(UnitOfWork unit, InForce inForce, SwapRequest request) {
    return outbox
        .append(unit, List.of(SwapStates.event(inForce, request)))
        .replaceWith(() -> SwapStates.of(inForce, request));
  }
}
