package io.meridian.escalation.scope.application;

import io.meridian.escalation.scope.domain.Purview;
import io.meridian.escalation.scope.store.ScopeStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who sees which escalations: an integration those that it opened, an observer those of customers
 * of whom they are a stakeholder, everybody else all.
 */
@ApplicationScoped
public class Sight {
  private final ScopeStore store;

  Sight(ScopeStore store) {
    this.store = store;
  }

  /** What the actor sees. */
  public static Purview of(Actor actor) {
    if (actor.readsAll()) {
      return new Purview.All();
    }
    return switch (actor.kind()) {
      case SYSTEM -> new Purview.All();
      case INTEGRATION -> new Purview.OpenedBy(actor.id());
      case PERSON -> new Purview.OfStakeholder(actor.id());
    };
  }

  /**
   * Refuses what the actor does not see.
   *
   * @param escalation its id
   * @param name by which people know it
   * @throws Problem 403 that says what would be allowed
   */
  public Uni<Void> require(UnitOfWork unit, Actor actor, UUID escalation, String name) {
    return of(actor) instanceof Purview.Part part
        ? store
            .isSeen(unit, escalation, part)
            .invoke(
                seen -> {
                  if (!seen) {
                    throw Problem.forbidden(name + " " + part.words());
                  }
                })
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }
}
