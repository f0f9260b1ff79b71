package io.meridian.handoff.ledger.store;

import io.meridian.events.EscalationState;
import io.meridian.events.Severity;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An escalation in the replica, with what the ledger adds.
 *
 * @param closedAt null while open
 * @param revision of escalation-service
 * @param ledgerRevision counts the accountability events
 * @param unassigned true while nobody can be accountable for want of a calendar
 * @param acknowledgeBy until when somebody is to acknowledge it; null when that is not awaited, or
 *     the lead was told
 */
public record EscalationRow(
    UUID id,
    String shortId,
    String title,
    @Nullable UUID customerId,
    Severity severity,
    String status,
    List<String> tags,
    Instant openedAt,
    @Nullable Instant closedAt,
    long revision,
    long ledgerRevision,
    boolean unassigned,
    @Nullable Instant acknowledgeBy) {

  /** What an event says of an escalation that is new here. */
  public static EscalationRow of(EscalationState state, @Nullable Instant acknowledgeBy) {
    return of(state, 0, false, acknowledgeBy);
  }

  /** What an event says, with what the ledger adds as it was. */
  public EscalationRow after(EscalationState state, @Nullable Instant nowAcknowledgeBy) {
    return of(state, ledgerRevision, unassigned, nowAcknowledgeBy);
  }

  private static EscalationRow of(
      EscalationState state,
      long ledgerRevision,
      boolean unassigned,
      @Nullable Instant acknowledgeBy) {
    return new EscalationRow(
        state.id(),
        state.shortId(),
        state.title(),
        state.customerId(),
        state.severity(),
        state.status().name(),
        state.tags(),
        state.openedAt(),
        state.closedAt(),
        state.revision(),
        ledgerRevision,
        unassigned,
        acknowledgeBy);
  }

  static EscalationRow of(Row row) {
    return new EscalationRow(
        row.getUUID("id"),
        row.getString("short_id"),
        row.getString("title"),
        row.getUUID("customer_id"),
        Severity.valueOf(row.getString("severity")),
        row.getString("status"),
        List.of(row.getArrayOfStrings("tags")),
        Columns.instant(row, "opened_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getLong("revision"),
        row.getLong("ledger_revision"),
        row.getBoolean("unassigned"),
        Columns.instantOrNull(row, "acknowledge_by"));
  }

  /** The same, closed at an instant or open. */
  public EscalationRow closed(@Nullable Instant at) {
    return new EscalationRow(
        id,
        shortId,
        title,
        customerId,
        severity,
        status,
        tags,
        openedAt,
        at,
        revision,
        ledgerRevision,
        unassigned,
        at == null ? acknowledgeBy : null);
  }

  /** The same with its ledger at another revision. */
  public EscalationRow at(long newLedgerRevision, boolean nowUnassigned) {
    return new EscalationRow(
        id,
        shortId,
        title,
        customerId,
        severity,
        status,
        tags,
        openedAt,
        closedAt,
        revision,
        newLedgerRevision,
        nowUnassigned,
        acknowledgeBy);
  }

  /** As far as the ledgers care. */
  public Escalation toDomain() {
    return new Escalation(id, shortId, customerId, severity, openedAt, ledgerRevision);
  }
}
