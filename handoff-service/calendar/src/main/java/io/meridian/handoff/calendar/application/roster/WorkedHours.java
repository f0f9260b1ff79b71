package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.roster.WorkedShift;
import io.meridian.handoff.calendar.domain.roster.WorkedShifts;
import io.meridian.handoff.calendar.store.RosterPart;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who worked when: from history alone, up to now; no edit of the calendar changes it later. */
@ApplicationScoped
public class WorkedHours {

  private final Transactions transactions;
  private final ShiftStore history;
  private final CurrentCalendar current;
  private final Clock clock;

  WorkedHours(Transactions transactions, ShiftStore history, CurrentCalendar current, Clock clock) {
    this.transactions = transactions;
    this.history = history;
    this.current = current;
    this.clock = clock;
  }

  /** Worked shifts, with the names of who worked them. */
  public record Worked(InForce inForce, List<WorkedShift> shifts) {}

  /** What was worked in {@code [from, to)}, by start, shift and tier. */
  public Uni<Worked> between(Instant from, Instant to) {
    Instant now = clock.instant();
    Instant until = to.isAfter(now) ? now : to;
    return transactions.read(
        unit ->
            history
                .part(unit, from, to)
                .chain(part -> current.in(unit).map(names -> worked(names, part, from, until))));
  }

  private static Worked worked(
      InForce names, @Nullable RosterPart part, Instant from, Instant until) {
    return new Worked(
        names,
        part == null || !from.isBefore(until)
            ? List.of()
            : WorkedShifts.of(part.shifts(), from, until));
  }
}
