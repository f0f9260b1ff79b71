package io.meridian.handoff.application.calendar;

import io.meridian.events.Event;
import io.meridian.events.ShiftEvent;
import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.store.calendar.CalendarStore;
import io.meridian.handoff.store.calendar.HistoryMark;
import io.meridian.handoff.store.calendar.ShiftStore;
import io.meridian.runtime.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Makes shifts history when they begin: rows that no later edit and no new time-zone database
 * changes, announced by {@link ShiftEvent.Started}.
 */
@ApplicationScoped
public class ShiftHistory {

  private final CalendarStore calendars;
  private final ShiftStore store;
  private final CurrentCalendar current;
  private final Outbox outbox;

  ShiftHistory(CalendarStore calendars, ShiftStore store, CurrentCalendar current, Outbox outbox) {
    this.calendars = calendars;
    this.store = store;
    this.current = current;
    this.outbox = outbox;
  }

  /**
   * Makes every shift history that started at or before {@code upTo} and is not yet, in the
   * caller's transaction. Safe to run again and late: what is history stays as it is. Without a
   * calendar it does nothing.
   *
   * @param upTo not later than the domain clock
   */
  public Uni<Void> materialise(SqlConnection tx, Instant upTo) {
    return calendars
        .hold(tx)
        .chain(() -> store.lockMark(tx))
        .chain(
            mark ->
                mark == null || !upTo.isAfter(mark.materialisedUntil())
                    ? Uni.createFrom().voidItem()
                    : current.in(tx).chain(inForce -> begin(tx, inForce, mark, upTo)));
  }

  private Uni<Void> begin(SqlConnection tx, InForce inForce, HistoryMark mark, Instant upTo) {
    Instant after = mark.materialisedUntil();
    List<Shift> begun =
        inForce.rules().shifts(after, upTo.plusNanos(1)).stream()
            .filter(shift -> shift.start().isAfter(after))
            .toList();
    return insert(tx, inForce, begun).chain(() -> store.moveMark(tx, upTo));
  }

  /** Makes shifts history and announces those that were not. */
  Uni<Void> insert(SqlConnection tx, InForce inForce, List<Shift> begun) {
    return store
        .insert(tx, begun)
        .chain(
            ids ->
                outbox.append(
                    tx,
                    begun.stream()
                        .filter(shift -> ids.contains(shift.id()))
                        .<Event>map(shift -> started(inForce, shift))
                        .toList()));
  }

  private static ShiftEvent.Started started(InForce inForce, Shift shift) {
    return new ShiftEvent.Started(ShiftStates.of(inForce, shift, 1, shift.start()));
  }
}
