package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** What opened before there was any region gets somebody once a calendar is applied. */
@ApplicationScoped
class UnassignedOnes implements CalendarListener {

  private final LedgerLock lock;
  private final EscalationStore escalations;
  private final SpanStepWriter writer;

  UnassignedOnes(LedgerLock lock, EscalationStore escalations, SpanStepWriter writer) {
    this.lock = lock;
    this.escalations = escalations;
    this.writer = writer;
  }

  @Override
  public Uni<Void> calendarApplied(UnitOfWork unit, Instant at) {
    return lock.alone(unit)
        .chain(
            settled ->
                escalations
                    .lockUnassigned(unit)
                    .chain(rows -> open(unit, rows.values(), at, settled)));
  }

  private Uni<Void> open(
      UnitOfWork unit, Collection<EscalationRow> rows, Instant at, Instant settled) {
    return writer
        .write(
            unit,
            rows.stream().map(row -> new SpanStep(null, row.served(), at)).toList(),
            at,
            settled)
        .replaceWithVoid();
  }
}
