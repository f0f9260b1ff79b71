package io.meridian.handoff.ledger.store;

import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
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
 * @param homeRegion where it lives, as escalation-service told; null when that knows none
 * @param closedAt null while open
 * @param revision of escalation-service
 * @param ledgerRevision counts the accountability events
 * @param unassigned true while nobody can be accountable for want of a calendar
 * @param acknowledgeBy until when somebody is to acknowledge it; null when that is not awaited, or
 *     the lead was told
 * @param unserved true while its ledger does not say yet whether it follows the sun: it was open
 *     before ledgers did
 */
public record EscalationRow(
    UUID id,
    String shortId,
    String title,
    @Nullable UUID customerId,
    Severity severity,
    String status,
    List<String> tags,
    ServiceHours serviceHours,
    @Nullable String homeRegion,
    Instant openedAt,
    @Nullable Instant closedAt,
    long revision,
    long ledgerRevision,
    boolean unassigned,
    @Nullable Instant acknowledgeBy,
    boolean unserved) {

  /** What an event says of an escalation that is new here. */
  public static EscalationRow of(EscalationState state, @Nullable Instant acknowledgeBy) {
    return of(state, 0, false, acknowledgeBy, false);
  }

  /** What an event says, with what the ledger adds as it was. */
  public EscalationRow after(EscalationState state, @Nullable Instant nowAcknowledgeBy) {
    return of(state, ledgerRevision, unassigned, nowAcknowledgeBy, unserved);
  }

  private static EscalationRow of(
      EscalationState state,
      long ledgerRevision,
      boolean unassigned,
      @Nullable Instant acknowledgeBy,
      boolean unserved) {
    return new EscalationRow(
        state.id(),
        state.shortId(),
        state.title(),
        state.customerId(),
        state.severity(),
        state.status().name(),
        state.tags(),
        state.hours(),
        state.homeRegion(),
        state.openedAt(),
        state.closedAt(),
        state.revision(),
        ledgerRevision,
        unassigned,
        acknowledgeBy,
        unserved);
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
        hours(row, Severity.valueOf(row.getString("severity"))),
        row.getString("home_region"),
        Columns.instant(row, "opened_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getLong("revision"),
        row.getLong("ledger_revision"),
        row.getBoolean("unassigned"),
        Columns.instantOrNull(row, "acknowledge_by"),
        row.getBoolean("unserved"));
  }

  /** As told, or by severity where that is not told. */
  private static ServiceHours hours(Row row, Severity severity) {
    String told = row.getString("service_hours");
    return told == null ? ServiceHours.of(severity) : ServiceHours.valueOf(told);
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
        serviceHours,
        homeRegion,
        openedAt,
        at,
        revision,
        ledgerRevision,
        unassigned,
        at == null ? acknowledgeBy : null,
        unserved && at == null);
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
        serviceHours,
        homeRegion,
        openedAt,
        closedAt,
        revision,
        newLedgerRevision,
        nowUnassigned,
        acknowledgeBy,
        unserved);
  }

  /** The same, of whose ledger it is known whether it follows the sun. */
  public EscalationRow served() {
    return new EscalationRow(
        id,
        shortId,
        title,
        customerId,
        severity,
        status,
        tags,
        serviceHours,
        homeRegion,
        openedAt,
        closedAt,
        revision,
        ledgerRevision,
        unassigned,
        acknowledgeBy,
        false);
  }

  /** Whether it rests until it closes by itself, or is reopened. */
  public boolean isResolved() {
    return status.equals(EscalationStatus.RESOLVED.name());
  }

  /** As far as the ledgers care. */
  public Escalation toDomain() {
    return new Escalation(id, shortId, customerId, severity, openedAt, ledgerRevision);
  }
}
