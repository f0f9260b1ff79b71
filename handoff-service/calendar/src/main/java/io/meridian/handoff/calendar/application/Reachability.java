package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Readiness;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.calendar.store.DeadChannelStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** By which channels the people of a calendar can be reached, as far as is known. */
@ApplicationScoped
public class Reachability {

  private final DeadChannelStore dead;

  Reachability(DeadChannelStore dead) {
    this.dead = dead;
  }

  Uni<Readiness> of(UnitOfWork unit, Calendar calendar, Instant now) {
    return of(unit, calendar.tams(), now);
  }

  /** By which channels these people can be reached from an instant on. */
  public Uni<Readiness> of(UnitOfWork unit, Collection<Tam> tams, Instant now) {
    Set<UUID> ways =
        tams.stream()
            .flatMap(tam -> tam.ways().stream())
            .map(ContactChannel::way)
            .collect(Collectors.toSet());
    return dead.among(unit, ways).map(found -> new Readiness(now, found));
  }
}
