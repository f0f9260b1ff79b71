package io.meridian.handoff.calendar.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarEdit;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.CalendarVersion;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies calendars: one transaction from the check of the revision to the last listener. */
@ApplicationScoped
public class CalendarCommands {

  private final Transactions transactions;
  private final CalendarStore calendars;
  private final CalendarDocuments documents;
  private final CurrentCalendar current;
  private final ShiftStore shifts;
  private final ShiftHistory history;
  private final CoverageAlarms alarms;
  private final Outbox outbox;
  private final Instance<CalendarListener> listeners;
  private final Clock clock;

  CalendarCommands(
      Transactions transactions,
      CalendarStore calendars,
      CalendarDocuments documents,
      CurrentCalendar current,
      ShiftStore shifts,
      ShiftHistory history,
      CoverageAlarms alarms,
      Outbox outbox,
      Instance<CalendarListener> listeners,
      Clock clock) {
    this.transactions = transactions;
    this.calendars = calendars;
    this.documents = documents;
    this.current = current;
    this.shifts = shifts;
    this.history = history;
    this.alarms = alarms;
    this.outbox = outbox;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Puts a calendar in force from now on. What has begun stays as it was up to now. One that says
   * what is in force already changes nothing, not even the revision.
   *
   * @param precondition sees the revision in force; what it throws undoes the whole
   * @param by who applies it
   * @return the calendar in force
   */
  public Uni<InForce> apply(Calendar calendar, LongConsumer precondition, String by) {
    return edit(
        before -> {
          precondition.accept(before.revision());
          return calendar;
        },
        by);
  }

  /**
   * Puts in force what an edit makes of the calendar in force.
   *
   * @param edit sees the calendar in force, which nobody else changes meanwhile; what it throws
   *     undoes the whole
   * @param by who edits
   * @return the calendar in force
   */
  public Uni<InForce> edit(Function<InForce, Calendar> edit, String by) {
    return transactions.write(unit -> edit(unit, edit, by));
  }

  /**
   * The same in the caller's transaction, which has locked nothing yet that a {@link
   * CalendarListener} locks.
   */
  public Uni<InForce> edit(UnitOfWork unit, Function<InForce, Calendar> edit, String by) {
    return alone(unit)
        .chain(
            now -> {
              Calendar document = edit.apply(now.before());
              Calendar calendar = CalendarEdit.of(now.before().rules(), document, now.at());
              return now.before().isInForceAs(calendar)
                  ? Uni.createFrom().item(now.before())
                  : replace(unit, now, calendar, by);
            });
  }

  /**
   * Changes something that decisions by the roster also heed, and no rule of it: alone as an edit
   * is, and told to every {@link CalendarListener} as one.
   *
   * @param change sees the instant from which it counts: now, and later than all that is history
   */
  public <T> Uni<T> beside(UnitOfWork unit, Function<Instant, Uni<T>> change) {
    return alone(unit)
        .chain(
            now ->
                change
                    .apply(now.at())
                    .call(
                        () ->
                            now.mark() == null
                                ? Uni.createFrom().voidItem()
                                : tellListeners(unit, now.at())));
  }

  /**
   * Puts the calendar in force once more, as a version of its own: by a new time-zone database it
   * means something else.
   */
  Uni<InForce> recompute(UnitOfWork unit, String by) {
    return alone(unit).chain(now -> replace(unit, now, now.before().calendar(), by));
  }

  /**
   * What an edit begins with.
   *
   * @param mark null before the first calendar
   * @param at from when the edit is in force
   */
  private record Beginning(InForce before, @Nullable HistoryMark mark, Instant at) {}

  private Uni<Beginning> alone(UnitOfWork unit) {
    return calendars
        .holdAlone(unit)
        .chain(() -> current.in(unit))
        .chain(
            before ->
                shifts
                    .lockMark(unit)
                    .map(mark -> new Beginning(before, mark, after(before, mark))));
  }

  private Uni<InForce> replace(UnitOfWork unit, Beginning now, Calendar calendar, String by) {
    Instant at = now.at();
    InForce before = now.before();
    CalendarVersion version =
        new CalendarVersion(UuidCreator.getTimeOrderedEpoch(), before.revision() + 1, at);
    return history
        .materialise(unit, at.minusMillis(1))
        .chain(() -> save(unit, version, calendar, by))
        .chain(() -> current.at(unit, version))
        .call(after -> announce(unit, after, by))
        .call(after -> alarms.changed(unit, before, after, at, by))
        .call(after -> history.follow(unit, after, at, now.mark() == null))
        .call(() -> tellListeners(unit, at));
  }

  /** Now, and later than everything that is history already. */
  private Instant after(InForce before, @Nullable HistoryMark mark) {
    Instant known = mark == null ? before.version().appliedAt() : mark.materialisedUntil();
    Instant now = clock.instant();
    return now.isAfter(known) ? now : known.plusMillis(1);
  }

  private Uni<Void> save(UnitOfWork unit, CalendarVersion version, Calendar calendar, String by) {
    List<Tam> tams = calendar.tams();
    String document = documents.encode(calendar);
    outbox.changed(unit, "calendar", "calendar", "applied", document);
    return calendars
        .insert(unit, version, document, by, WallClock.tzdb())
        .chain(
            () ->
                calendars.keepNames(
                    unit,
                    tams.stream().map(Tam::id).toList(),
                    tams.stream().map(Tam::name).toList()));
  }

  private Uni<Void> announce(UnitOfWork unit, InForce now, String by) {
    Calendar calendar = now.calendar();
    CalendarState state =
        new CalendarState(
            calendar.regions().stream()
                .map(r -> new CalendarState.Region(r.code(), r.name(), r.zone().getId(), r.lead()))
                .toList(),
            calendar.tams().stream()
                .map(t -> new CalendarState.Tam(t.id(), t.name(), t.region(), t.status().name()))
                .toList(),
            now.revision(),
            now.version().appliedAt());
    return outbox.append(unit, List.of(new CalendarEvent.Applied(by, state)));
  }

  private Uni<Void> tellListeners(UnitOfWork unit, Instant at) {
    Stream<CalendarListener> all = listeners.stream();
    return all.reduce(
        Uni.createFrom().voidItem(),
        (told, listener) -> told.chain(() -> listener.calendarApplied(unit, at)),
        (a, b) -> a.chain(() -> b));
  }
}
