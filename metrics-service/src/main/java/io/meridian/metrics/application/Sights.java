package io.meridian.metrics.application;

import io.meridian.metrics.domain.Sight;
import io.meridian.metrics.store.DirectoryStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose figures an actor sees. */
@ApplicationScoped
class Sights {
  private final DirectoryStore directory;

  Sights(DirectoryStore directory) {
    this.directory = directory;
  }

  /** All for managers and auditors, else their own and those of the regions that they lead. */
  Uni<Sight> of(UnitOfWork unit, Actor actor) {
    return actor.has(Roles.MANAGER) || actor.has(Roles.AUDITOR)
        ? Uni.createFrom().item(Sight.EVERYTHING)
        : directory.ledBy(unit, actor.id()).map(regions -> new Sight(actor.id(), regions));
  }

  /** What somebody is told who asks for more. */
  static Problem beyond(String allowed) {
    return Problem.forbidden(
        "A TAM sees their own figures, a lead those of their regions: "
            + allowed
            + "; managers see all");
  }
}
