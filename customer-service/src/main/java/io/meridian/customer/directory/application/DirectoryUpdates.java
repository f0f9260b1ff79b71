package io.meridian.customer.directory.application;

import io.meridian.customer.directory.store.DirectoryStore;
import io.meridian.events.CalendarState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes over the directory of a calendar that was applied; assignments stay as they are. It stands
 * between a consumer and a store, since messaging knows applications only.
 */
@ApplicationScoped
public class DirectoryUpdates {
  private final DirectoryStore directory;

  DirectoryUpdates(DirectoryStore directory) {
    this.directory = directory;
  }

  /** Replaces the directory unless a newer one is in place. */
  public Uni<Void> apply(UnitOfWork unit, CalendarState calendar) {
    return directory.replace(unit, calendar);
  }
}
