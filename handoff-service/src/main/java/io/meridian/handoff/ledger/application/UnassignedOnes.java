package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** What opened before there was any region gets somebody once a calendar is applied. */
@ApplicationScoped
class UnassignedOnes implements CalendarListener {

  private final LedgerLock lock;
  private final EscalationStore escalations;
  private final StepWriter writer;

  UnassignedOnes(LedgerLock lock, EscalationStore escalations, StepWriter writer) {
    this.lock = lock;
    this.escalations = escalations;
    this.writer = writer;
  }

  @Override
  public Uni<Void> calendarApplied(SqlConnection tx, Instant at) {
    return lock.alone(tx)
        .chain(
            settled ->
                escalations.lockUnassigned(tx).chain(rows -> open(tx, rows.values(), at, settled)));
  }

  private Uni<Void> open(
      SqlConnection tx, Collection<EscalationRow> rows, Instant at, Instant settled) {
    return writer
        .write(tx, rows.stream().map(row -> new Step(null, row)).toList(), at, settled)
        .replaceWithVoid();
  }
}
