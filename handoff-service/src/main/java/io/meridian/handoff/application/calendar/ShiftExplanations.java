package io.meridian.handoff.application.calendar;

import io.meridian.handoff.domain.calendar.Explainer;
import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.domain.calendar.ShiftExplanation;
import io.meridian.handoff.domain.calendar.WallClock;
import io.meridian.handoff.store.calendar.CalendarStore;
import io.meridian.handoff.store.calendar.ShiftStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Why shifts are as they are: those that have begun by the calendar that was in force then, those
 * to come by the one in force now.
 */
@ApplicationScoped
public class ShiftExplanations {

  /** Most questions are about the near future; so it is looked through first. */
  private static final Duration NEAR = Duration.ofDays(45);

  private static final Duration FAR = Duration.ofDays(731);

  private final Transactions transactions;
  private final ShiftStore history;
  private final CalendarStore calendars;
  private final CurrentCalendar current;
  private final Clock clock;

  ShiftExplanations(
      Transactions transactions,
      ShiftStore history,
      CalendarStore calendars,
      CurrentCalendar current,
      Clock clock) {
    this.transactions = transactions;
    this.history = history;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
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
   * @throws Problem 404 when no shift that has begun, and none within 24 months from now, has the
   *     id
   */
  public Uni<Explained> explain(UUID id) {
    return transactions.readSql(
        connection ->
            history
                .find(connection, id)
                .chain(
                    known ->
                        known
                            .map(begun -> past(connection, begun))
                            .orElseGet(() -> future(connection, id))));
  }

  private Uni<Explained> past(SqlConnection connection, ShiftStore.Begun begun) {
    return calendars
        .versionAt(connection, begun.shift().start())
        .chain(version -> current.at(connection, version))
        .map(then -> explained(begun.shift(), then, Basis.HISTORY, begun.tzdb()));
  }

  private Uni<Explained> future(SqlConnection connection, UUID id) {
    Instant now = clock.instant();
    return current
        .in(connection)
        .map(
            inForce ->
                Stream.<Supplier<Optional<Shift>>>of(
                        () -> find(inForce, id, now.minus(NEAR), now.plus(NEAR)),
                        () -> find(inForce, id, now.plus(NEAR), now.plus(FAR)),
                        () -> find(inForce, id, now.minus(FAR), now.minus(NEAR)))
                    .flatMap(search -> search.get().stream())
                    .findFirst()
                    .map(shift -> explained(shift, inForce, Basis.RULES, WallClock.tzdb()))
                    .orElseThrow(() -> Problem.notFound("shift", id)));
  }

  private static Optional<Shift> find(InForce inForce, UUID id, Instant from, Instant to) {
    return inForce.rules().shifts(from, to).stream()
        .filter(shift -> shift.id().equals(id))
        .findFirst();
  }

  private static Explained explained(Shift shift, InForce inForce, Basis basis, String tzdb) {
    Explainer explainer = new Explainer(inForce.rules(), tam -> inForce.person(tam).name());
    return new Explained(explainer.explain(shift), inForce, basis, tzdb);
  }
}
