package io.meridian.handoff.handoff.application;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.handoff.store.HandoffList;
import io.meridian.handoff.handoff.store.HandoffList.ChangeFilter;
import io.meridian.handoff.handoff.store.HandoffList.ListedChange;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shift changes for reading. */
@ApplicationScoped
public class ShiftChangeReading {
  private final HandoffList list;
  private final CurrentCalendar calendar;
  private final Transactions transactions;

  ShiftChangeReading(HandoffList list, CurrentCalendar calendar, Transactions transactions) {
    this.list = list;
    this.calendar = calendar;
    this.transactions = transactions;
  }

  /**
   * A shift change and how its handoffs stand.
   *
   * @param preparedAt null while it is only foreseen: a gap belongs to it, and the engine has not
   *     come to it yet
   * @param lateness how long after it was due it was prepared; zero in time, null while foreseen
   */
  public record Summary(
      UUID id,
      String fromRegion,
      String toRegion,
      Instant boundary,
      Incoming incoming,
      Instant prepareAt,
      Instant acceptBy,
      @Nullable Instant preparedAt,
      @Nullable Duration lateness,
      Counts handoffs) {}

  /** The shift that takes over; nobody holds it when both are null. */
  public record Incoming(
      UUID shiftId,
      Instant start,
      Instant end,
      @Nullable Person primary,
      @Nullable Person secondary) {}

  /** How many handoffs stand where. */
  public record Counts(
      int waitingForCoverage,
      int offered,
      int escalatedToLead,
      int accepted,
      int assignedByLead,
      int cancelled) {}

  /** A page of shift changes whose boundary is in {@code [from, to)}, by boundary. */
  public Uni<Page<Summary>> page(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String fromRegion,
      @Nullable String toRegion,
      PageRequest request) {
    HandoffList.After after = request.after(HandoffReading::after).orElse(null);
    var filter = new ChangeFilter(from, to, fromRegion, toRegion);
    return transactions.read(
        unit ->
            list.changes(unit, filter, after, request.limit() + 1)
                .chain(
                    rows ->
                        calendar
                            .in(unit)
                            .map(people -> rows.stream().map(r -> summary(r, people)).toList()))
                .map(
                    rows ->
                        Page.of(
                            rows,
                            request,
                            row -> List.of(row.boundary().toString(), row.id().toString()))));
  }

  /** So many at most of those whose boundary is in {@code [from, to)} and that are prepared. */
  public Uni<List<Summary>> between(
      UnitOfWork unit, Instant from, Instant to, int limit, InForce people) {
    return list.changes(unit, new ChangeFilter(from, to, null, null), null, limit)
        .map(
            rows ->
                rows.stream()
                    .filter(row -> row.change().preparedAt() != null)
                    .map(row -> summary(row, people))
                    .toList());
  }

  /**
   * One shift change.
   *
   * @throws Problem 404
   */
  public Uni<Summary> find(UUID id) {
    return transactions.read(
        unit ->
            list.change(unit, id)
                .chain(
                    row -> {
                      if (row == null) {
                        throw Problem.notFound("shift change", id);
                      }
                      return calendar.in(unit).map(people -> summary(row, people));
                    }));
  }

  private static Summary summary(ListedChange row, InForce people) {
    PlannedChange change = row.change();
    Shift incoming = change.incoming();
    HandoffList.Tally tally = row.tally();
    return new Summary(
        change.id(),
        change.fromRegion(),
        change.toRegion(),
        change.boundary(),
        new Incoming(
            incoming.id(),
            incoming.start(),
            incoming.end(),
            incoming.primary() == null ? null : people.person(incoming.primary()),
            incoming.secondary() == null ? null : people.person(incoming.secondary())),
        change.prepareAt(),
        change.acceptBy(),
        change.preparedAt(),
        change.lateness(),
        new Counts(
            tally.waiting(),
            tally.offered(),
            tally.withLead(),
            tally.accepted(),
            tally.assignedByLead(),
            tally.cancelled()));
  }
}
