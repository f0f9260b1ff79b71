package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Explainer;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.ShiftExplanation;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Why shifts are as they are: those that have begun by the calendar that was in force then, those
 * to come by the one in force now.
 */
@ApplicationScoped
public class ShiftExplanations {

  private final Transactions transactions;
  private final ShiftStore history;
  private final CalendarStore calendars;
  private final CurrentCalendar current;

  ShiftExplanations(
      Transactions transactions,
      ShiftStore history,
      CalendarStore calendars,
      CurrentCalendar current) {
    this.transactions = transactions;
    this.history = history;
    this.calendars = calendars;
    this.current = current;
  }

  /**
   * An explanation.
   *
   * @param inForce the calendar by which the shift is explained
   * @param basis whether the shift is history or computed from rules
   * @param tzdb version of the time-zone database that its instants come from
   */
  public record Explained(
      ShiftExplanation explanation, InForce inForce, Basis basis, String tzdb) {}

  /**
   * Why a shift is as it is.
   *
   * @throws Problem 404 when no shift that has begun, and none that the rules yield, has the id
   */
  public Uni<Explained> explain(UUID id) {
    return transactions.read(
        unit ->
            history
                .find(unit, id)
                .chain(
                    known ->
                        known.map(begun -> past(unit, begun)).orElseGet(() -> future(unit, id))));
  }

  private Uni<Explained> past(UnitOfWork unit, ShiftStore.Begun begun) {
    return calendars
        .versionAt(unit, begun.shift().start())
        .chain(version -> current.then(unit, version))
        .map(then -> explained(begun.shift(), then, Basis.HISTORY, begun.tzdb()));
  }

  private Uni<Explained> future(UnitOfWork unit, UUID id) {
    return current
        .in(unit)
        .map(
            inForce ->
                inForce
                    .rules()
                    .shift(id)
                    .map(shift -> explained(shift, inForce, Basis.RULES, WallClock.tzdb()))
                    .orElseThrow(() -> Problem.notFound("shift", id)));
  }

  private static Explained explained(Shift shift, InForce inForce, Basis basis, String tzdb) {
    Explainer explainer = new Explainer(inForce.rules(), tam -> inForce.person(tam).name());
    return new Explained(explainer.explain(shift), inForce, basis, tzdb);
  }
}
