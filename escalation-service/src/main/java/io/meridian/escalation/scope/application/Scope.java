package io.meridian.escalation.scope.application;

import io.meridian.escalation.scope.store.ScopeStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation concerns so far that they may change it: whoever is accountable or asked to
 * be, on duty in the accountable region, assigned to the customer, the region's lead, and managers.
 */
@ApplicationScoped
public class Scope {
  private final ScopeStore store;
  private final Clock clock;

  Scope(ScopeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Refuses whom it does not concern.
   *
   * @param escalation its id
   * @param name by which people know it
   * @param customer its customer, or null
   * @throws Problem 403 that says who may
   */
  public Uni<Void> require(
      UnitOfWork unit, Actor actor, UUID escalation, String name, @Nullable UUID customer) {
    if (actor.has(Roles.MANAGER)) {
      return Uni.createFrom().voidItem();
    }
    return store
        .ties(unit, escalation, customer, actor.id(), clock.instant())
        .invoke(
            ties -> {
              if (!ties.suffice()) {
                throw Problem.forbidden("For " + name + " " + ties.words());
              }
            })
        .replaceWithVoid();
  }
}
