package io.meridian.handoff.ledger.application;

import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.AcknowledgementState;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.EscalationStore.Unacknowledged;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waits for the acknowledgement of severe escalations, and tells when there is none in time. */
@ApplicationScoped
public class Acknowledgements {
  private final EscalationStore escalations;
  private final CurrentCalendar calendar;
  private final Timers timers;
  private final Outbox outbox;

  Acknowledgements(
      EscalationStore escalations, CurrentCalendar calendar, Timers timers, Outbox outbox) {
    this.escalations = escalations;
    this.calendar = calendar;
    this.timers = timers;
    this.outbox = outbox;
  }

  /** Plans the timers of deadlines that are new. */
  Uni<Void> await(UnitOfWork unit, Collection<SpanStep> steps) {
    return timers.plan(
        unit,
        steps.stream()
            .filter(SpanStep::awaitsAnew)
            .flatMap(step -> Optional.ofNullable(step.now().acknowledgeBy()).stream())
            .map(Acknowledgements::timer)
            .distinct()
            .toList());
  }

  /** One timer for all deadlines of a second: in a storm they would be thousands. */
  private static Timer timer(Instant due) {
    Instant second = due.truncatedTo(ChronoUnit.SECONDS);
    return new Timer(
        Timer.Kind.ACKNOWLEDGE_BY, second.equals(due) ? second : second.plusSeconds(1));
  }

  /** Tells who is accountable, now or soon, for what has become severe. */
  Uni<Void> raised(
      UnitOfWork unit,
      List<SpanStep> steps,
      Map<UUID, SpanLedger> ledgers,
      DecisionBasis basis,
      Instant now) {
    return outbox.append(
        unit,
        steps.stream()
            .filter(SpanStep::rises)
            .map(SpanStep::now)
            .flatMap(row -> state(row, ledgers.get(row.id()), basis, now).stream())
            .map(AcknowledgementEvent.Raised::new)
            .toList());
  }

  private static Optional<AcknowledgementState> state(
      EscalationRow row, @Nullable SpanLedger ledger, DecisionBasis basis, Instant now) {
    if (ledger == null) {
      return Optional.empty();
    }
    Optional<Accountability> newest = ledger.newest();
    return ledger
        .accountableAt(now)
        .or(() -> newest)
        .map(
            holder ->
                new AcknowledgementState(
                    named("raised|" + row.id() + "|" + row.revision()),
                    row.id(),
                    row.shortId(),
                    row.severity(),
                    basis.person(holder.tam()),
                    holder.region(),
                    newest
                        .filter(last -> last.start().isAfter(holder.start()))
                        .map(last -> basis.person(last.tam()))
                        .orElse(null),
                    row.acknowledgeBy(),
                    now));
  }

  /**
   * Tells of those that nobody has acknowledged by an instant, each once.
   *
   * @param now when it is really done
   * @param max how many at most
   * @return whether there may be more
   */
  public Uni<Boolean> overdue(UnitOfWork unit, Instant asOf, Instant now, int max) {
    return escalations
        .takeOverdue(unit, asOf, now, max)
        .call(taken -> calendar.in(unit).chain(people -> tell(unit, taken, people, now)))
        .map(taken -> taken.size() == max);
  }

  private Uni<Void> tell(UnitOfWork unit, List<Unacknowledged> taken, InForce people, Instant now) {
    return outbox.append(
        unit,
        taken.stream()
            .map(
                one ->
                    new AcknowledgementEvent.Overdue(
                        new AcknowledgementState(
                            named("overdue|" + one.id() + "|" + one.due()),
                            one.id(),
                            one.shortId(),
                            one.severity(),
                            people.person(one.tam()),
                            one.region(),
                            null,
                            one.due(),
                            now)))
            .toList());
  }

  private static UUID named(String about) {
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
