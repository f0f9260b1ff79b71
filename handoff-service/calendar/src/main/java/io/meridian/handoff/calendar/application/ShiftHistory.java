package io.meridian.handoff.calendar.application;

import io.meridian.events.Event;
import io.meridian.events.ShiftEvent;
import io.meridian.handoff.calendar.domain.RunningEdit;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
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
  public Uni<Void> materialise(UnitOfWork unit, Instant upTo) {
    return calendars
        .hold(unit)
        .chain(() -> store.lockMark(unit))
        .chain(
            mark ->
                mark == null
                    ? Uni.createFrom().voidItem()
                    : current
                        .in(unit)
                        .call(inForce -> end(unit, inForce, upTo))
                        .chain(inForce -> begin(unit, inForce, mark, upTo)));
  }

  private Uni<Void> end(UnitOfWork unit, InForce inForce, Instant upTo) {
    return store
        .end(unit, upTo)
        .map(
            over ->
                over.stream()
                    .map(
                        one ->
                            ShiftStates.of(inForce, one.shift(), one.revision(), one.shift().end()))
                    .map(ShiftEvent.Ended::new)
                    .toList())
        .chain(events -> outbox.append(unit, events));
  }

  private Uni<Void> begin(UnitOfWork unit, InForce inForce, HistoryMark mark, Instant upTo) {
    Instant after = mark.materialisedUntil();
    if (!upTo.isAfter(after)) {
      return Uni.createFrom().voidItem();
    }
    List<Shift> begun =
        inForce.rules().shifts(after, upTo.plusNanos(1)).stream()
            .filter(shift -> shift.start().isAfter(after))
            .toList();
    return insert(unit, inForce, begun).chain(() -> store.moveMark(unit, upTo));
  }

  /**
   * Puts history in line with a calendar that is in force from {@code at} on. With the first
   * calendar the shifts that run begin as if it had been in force before; later ones cut the shifts
   * that run if they differ.
   */
  Uni<Void> follow(UnitOfWork unit, InForce now, Instant at, boolean isFirst) {
    List<Shift> covering =
        now.rules().shifts(at, at.plusMillis(1)).stream().filter(s -> s.covers(at)).toList();
    Uni<Void> cut =
        isFirst
            ? insert(unit, now, covering)
            : store
                .running(unit, at)
                .map(running -> RunningEdit.of(running, covering, at))
                .call(edit -> change(unit, now, edit.changed(), at))
                .chain(edit -> insert(unit, now, edit.begun()));
    return cut.chain(() -> store.moveMark(unit, at));
  }

  private Uni<Void> change(UnitOfWork unit, InForce now, List<Shift> changed, Instant at) {
    return Multi.createFrom()
        .iterable(changed)
        .onItem()
        .transformToUniAndConcatenate(
            shift ->
                store
                    .change(unit, shift, at)
                    .<Event>map(
                        revision ->
                            new ShiftEvent.Changed(ShiftStates.of(now, shift, revision, at))))
        .collect()
        .asList()
        .chain(events -> outbox.append(unit, events));
  }

  private Uni<Void> insert(UnitOfWork unit, InForce inForce, List<Shift> begun) {
    return store
        .insert(unit, begun)
        .chain(
            ids ->
                outbox.append(
                    unit,
                    begun.stream()
                        .filter(shift -> ids.contains(shift.id()))
                        .map(shift -> ShiftStates.of(inForce, shift, 1, shift.start()))
                        .map(ShiftEvent.Started::new)
                        .toList()));
  }
}
