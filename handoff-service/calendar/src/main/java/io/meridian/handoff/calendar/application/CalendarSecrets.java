package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.seal.SealedSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The addresses of webhooks, in every version that the calendar ever had, follow the key under
 * which secrets are sealed.
 */
@ApplicationScoped
class CalendarSecrets implements SealedSecrets {
  private static final int VERSIONS_AT_ONCE = 20;

  private final CalendarStore store;

  CalendarSecrets(CalendarStore store) {
    this.store = store;
  }

  @Override
  public Uni<Integer> reseal(UnitOfWork unit) {
    return store.reseal(unit, VERSIONS_AT_ONCE);
  }
}
