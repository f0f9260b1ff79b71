package io.meridian.handoff.calendar.application;

import io.meridian.events.Event;
import io.meridian.events.ShiftEvent;
import io.meridian.handoff.calendar.domain.RunningEdit;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Makes shifts history when they begin: rows that no later edit and no new time-zone database
 * changes, announced by {@link ShiftEvent.Started}; and tells when they are over ({@link
 * ShiftEvent.Ended}).
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
   * Makes every shift history that started at or before {@code upTo} and is not yet, and tells
   * which are over by then, in the caller's transaction. Safe to run again and late: what is
   * history stays as it is. Without a calendar it does nothing.
   *
   * @param upTo not later than the domain clock
   */
  public Uni<Void> materialise(SqlConnection tx, Instant upTo) {
    return calendars
        .hold(tx)
        .chain(() -> store.lockMark(tx))
        .chain(
            mark ->
                mark == null
                    ? Uni.createFrom().voidItem()
                    : current
                        .in(tx)
                        .call(inForce -> end(tx, inForce, upTo))
                        .chain(inForce -> begin(tx, inForce, mark, upTo)));
  }

  private Uni<Void> end(SqlConnection tx, InForce inForce, Instant upTo) {
    return store
        .end(tx, upTo)
        .map(
            over ->
                over.stream()
                    .map(
                        one ->
                            ShiftStates.of(inForce, one.shift(), one.revision(), one.shift().end()))
                    .map(ShiftEvent.Ended::new)
                    .toList())
        .chain(events -> outbox.append(tx, events));
  }

  private Uni<Void> begin(SqlConnection tx, InForce inForce, HistoryMark mark, Instant upTo) {
    Instant after = mark.materialisedUntil();
    if (!upTo.isAfter(after)) {
      return Uni.createFrom().voidItem();
    }
    List<Shift> begun =
        inForce.rules().shifts(after, upTo.plusNanos(1)).stream()
            .filter(shift -> shift.start().isAfter(after))
            .toList();
    return insert(tx, inForce, begun).chain(() -> store.moveMark(tx, upTo));
  }

  /**
   * Puts history in line with a calendar that is in force from {@code at} on. With the first
   * calendar the shifts that run begin as if it had been in force before; later ones cut the shifts
   * that run if they differ.
   */
  Uni<Void> follow(SqlConnection tx, InForce now, Instant at, boolean isFirst) {
    List<Shift> covering =
        now.rules().shifts(at, at.plusMillis(1)).stream().filter(s -> s.covers(at)).toList();
    Uni<Void> cut =
        isFirst
            ? insert(tx, now, covering)
            : store
                .running(tx, at)
                .map(running -> RunningEdit.of(running, covering, at))
                .call(edit -> change(tx, now, edit.changed(), at))
                .chain(edit -> insert(tx, now, edit.begun()));
    return cut.chain(() -> store.moveMark(tx, at));
  }

  private Uni<Void> change(SqlConnection tx, InForce now, List<Shift> changed, Instant at) {
    return Multi.createFrom()
        .iterable(changed)
        .onItem()
        .transformToUniAndConcatenate(
            shift ->
                store
                    .change(tx, shift, at)
                    .<Event>map(
                        revision ->
                            new ShiftEvent.Changed(ShiftStates.of(now, shift, revision, at))))
        .collect()
        .asList()
        .chain(events -> outbox.append(tx, events));
  }

  private Uni<Void> insert(SqlConnection tx, InForce inForce, List<Shift> begun) {
    return store
        .insert(tx, begun)
        .chain(
            ids ->
                outbox.append(
                    tx,
                    begun.stream()
                        .filter(shift -> ids.contains(shift.id()))
                        .map(shift -> ShiftStates.of(inForce, shift, 1, shift.start()))
                        .map(ShiftEvent.Started::new)
                        .toList()));
  }
}
