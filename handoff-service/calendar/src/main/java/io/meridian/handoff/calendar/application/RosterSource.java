package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.calendar.store.RosterPart;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The roster as it was and will be: history for every shift that has begun since a calendar was
 * first applied, the rules in force for all others (those to come, and those over before the first
 * calendar).
 */
@ApplicationScoped
public class RosterSource {

  private final CalendarStore calendars;
  private final KnownHistory history;
  private final CurrentCalendar current;
  private final KnownShifts known = new KnownShifts();

  RosterSource(CalendarStore calendars, ShiftStore history, CurrentCalendar current) {
    this.calendars = calendars;
    this.history = new KnownHistory(history);
    this.current = current;
  }

  /**
   * Every shift that shares an instant with {@code [from, to)}, whole, sorted by start and id, for
   * a transaction that decides by it: until the transaction ends, no calendar is applied.
   *
   * <p>Ask before you lock rows that a {@link CalendarListener} locks too, or the two may wait for
   * each other.
   */
  public Uni<List<Shift>> shiftsFor(UnitOfWork unit, Instant from, Instant to) {
    return calendars.hold(unit).chain(() -> read(unit, from, to)).map(RosterView::shifts);
  }

  /** The same for an answer that decides nothing: it waits for nobody. */
  public Uni<RosterView> read(UnitOfWork unit, Instant from, Instant to) {
    return history
        .part(unit, from, to)
        .chain(
            part ->
                part == null
                    ? current.in(unit).map(none -> new RosterView(none, List.of()))
                    : current
                        .at(unit, part.history().version())
                        .map(inForce -> combine(inForce, part, byRules(inForce, from, to))));
  }

  /** What the rules in force say about a window, history or not. */
  List<Shift> byRules(InForce inForce, Instant from, Instant to) {
    return known.between(inForce.rules(), from, to);
  }

  private static RosterView combine(InForce inForce, RosterPart part, List<Shift> byRules) {
    List<Shift> shifts = new ArrayList<>(part.shifts());
    byRules.stream()
        .filter(shift -> isNoHistory(shift, part.history().mark()))
        .forEach(shifts::add);
    shifts.sort(Shift.ORDER);
    return new RosterView(inForce, List.copyOf(shifts));
  }

  private static boolean isNoHistory(Shift shift, HistoryMark mark) {
    return shift.start().isAfter(mark.materialisedUntil())
        || !shift.end().isAfter(mark.firstAppliedAt());
  }
}
