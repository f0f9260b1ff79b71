package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.CalendarVersion;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The calendar in force, kept prepared in memory. Another replica may apply a new one, so each use
 * asks the database for the version first and loads the document only when it is another.
 */
@ApplicationScoped
public class CurrentCalendar {

  private final CalendarStore store;
  private final CalendarDocuments documents;
  private final PublicHolidays holidays;
  private final InForce none;
  private final AtomicReference<InForce> latest;

  CurrentCalendar(CalendarStore store, CalendarDocuments documents, PublicHolidays holidays) {
    this.store = store;
    this.documents = documents;
    this.holidays = holidays;
    this.none = new InForce(CalendarVersion.NONE, Calendar.EMPTY, holidays.table(), Map.of());
    this.latest = new AtomicReference<>(none);
  }

  /** The calendar in force as the connection's transaction sees it; empty before the first. */
  public Uni<InForce> in(UnitOfWork unit) {
    return store.version(unit).chain(version -> at(unit, version));
  }

  /**
   * The calendar this replica last saw in force, without asking the database: good enough for
   * names, not for decisions.
   */
  public InForce latest() {
    return latest.get();
  }

  /** The calendar of the version that the transaction sees in force. */
  Uni<InForce> at(UnitOfWork unit, CalendarVersion version) {
    // of one that is undone in the end nothing stays: the next use sees another version in force
    return then(unit, version).invoke(latest::set);
  }

  /** The calendar of a version that is in force or was once. */
  Uni<InForce> then(UnitOfWork unit, CalendarVersion version) {
    InForce known = latest.get();
    if (known.version().id().equals(version.id())) {
      return Uni.createFrom().item(known);
    }
    if (version.equals(CalendarVersion.NONE)) {
      return Uni.createFrom().item(none);
    }
    return store
        .document(unit, version.id())
        .map(documents::decode)
        .chain(
            calendar ->
                store
                    .names(unit)
                    .map(names -> new InForce(version, calendar, holidays.table(), names)));
  }
}
