package io.meridian.metrics.application;

import io.meridian.events.CalendarState;
import io.meridian.events.CustomerState;
import io.meridian.metrics.store.DirectoryStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the names that answers show. */
@ApplicationScoped
public class DirectoryProjection {

  private final DirectoryStore directory;

  DirectoryProjection(DirectoryStore directory) {
    this.directory = directory;
  }

  /** Takes over states in any order; each name moves only forward. */
  public Uni<Void> apply(
      UnitOfWork unit, List<CustomerState> customers, List<CalendarState> calendars) {
    Map<UUID, CustomerState> latest = new HashMap<>();
    for (CustomerState customer : customers) {
      latest.merge(customer.id(), customer, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    Uni<Void> done = directory.customers(unit, latest.values());
    List<CalendarState> inOrder =
        calendars.stream().sorted(Comparator.comparingLong(CalendarState::revision)).toList();
    for (CalendarState calendar : inOrder) {
      done = done.chain(() -> directory.calendar(unit, calendar));
    }
    return done;
  }
}
