package io.meridian.escalation.scope.application;

import io.meridian.escalation.scope.store.ScopeStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees which escalations: an integration those that it opened, everybody else all. */
@ApplicationScoped
public class Sight {
  private final ScopeStore store;

  Sight(ScopeStore store) {
    this.store = store;
  }

  /** The integration that the actor is, and nothing else; null for whoever sees all. */
  public static @Nullable String opener(Actor actor) {
    return actor.roles().equals(Set.of(Roles.INTEGRATION)) ? actor.id() : null;
  }

  /**
   * Refuses an integration what another opened.
   *
   * @param escalation its id
   * @param name by which people know it
   * @throws Problem 403 that says what would be allowed
   */
  public Uni<Void> require(UnitOfWork unit, Actor actor, UUID escalation, String name) {
    String opener = opener(actor);
    return opener == null
        ? Uni.createFrom().voidItem()
        : store
            .isOpenedBy(unit, escalation, opener)
            .invoke(
                is -> {
                  if (!is) {
                    throw Problem.forbidden(
                        name
                            + " was not opened by "
                            + opener
                            + ", and an integration sees what it opened; ask a manager");
                  }
                })
            .replaceWithVoid();
  }
}
