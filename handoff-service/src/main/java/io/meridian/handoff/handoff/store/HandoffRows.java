package io.meridian.handoff.handoff.store;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.BriefingStatus;
import io.meridian.events.CancelReason;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.HandoffPlan;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to handoffs and back. */
final class HandoffRows {

  /** What {@link #handoff} reads, of a handoff called {@code o}. */
  static final String COLUMNS =
      """
      o.id as handoff_id, o.shift_change_id, o.escalation_id as of_escalation, o.from_tam,
      o.from_region, o.to_tam, o.to_region, o.status, o.boundary, o.incoming_start,
      o.lawful_accept_by, o.offered_at, o.accept_by, o.accepted_at, o.effective_from, o.basis,
      o.cancel_reason, o.attempts, o.lateness_ms, o.revision, o.changed_at, o.briefing_version,
      o.briefing_missing, o.read_back, o.assigned_by, o.actions_left
      """;

  /** What {@link #subject} reads, of an escalation called {@code e}. */
  static final String SUBJECT = "e.id as escalation, e.short_id, e.severity, e.title";

  private HandoffRows() {}

  static EscalationSummary subject(Row row) {
    return new EscalationSummary(
        row.getUUID("escalation"),
        row.getString("short_id"),
        Severity.valueOf(row.getString("severity")),
        row.getString("title"));
  }

  static HandoffWithSubject item(Row row) {
    return new HandoffWithSubject(handoff(row), subject(row), briefing(row));
  }

  static BriefingStatus briefing(Row row) {
    String missing = row.getString("briefing_missing");
    return new BriefingStatus(
        row.getLong("briefing_version"),
        missing.isEmpty() ? List.of() : List.of(missing.split(",", -1)));
  }

  static Handoff handoff(Row row) {
    return new Handoff(
        new HandoffPlan(
            row.getUUID("handoff_id"),
            row.getUUID("shift_change_id"),
            row.getUUID("of_escalation"),
            row.getString("from_tam"),
            row.getString("from_region"),
            row.getString("to_region"),
            Columns.instant(row, "boundary"),
            Columns.instant(row, "incoming_start"),
            Columns.instant(row, "lawful_accept_by")),
        stage(row),
        StoredJson.attempts(row.getString("attempts")),
        Duration.ofMillis(row.getLong("lateness_ms")),
        row.getLong("revision"),
        Columns.instant(row, "changed_at"));
  }

  private static Stage stage(Row row) {
    return switch (HandoffStatus.valueOf(row.getString("status"))) {
      case DRAFTED -> new Stage.Drafted();
      case WAITING_FOR_COVERAGE -> new Stage.Waiting();
      case OFFERED ->
          new Stage.Offered(
              row.getString("to_tam"),
              Columns.instant(row, "offered_at"),
              Columns.instant(row, "accept_by"));
      case ESCALATED_TO_LEAD ->
          new Stage.WithLead(
              row.getString("to_tam"),
              Columns.instant(row, "offered_at"),
              Columns.instant(row, "accept_by"));
      case ACCEPTED ->
          new Stage.Accepted(
              row.getString("to_tam"),
              Columns.instant(row, "offered_at"),
              Columns.instant(row, "accept_by"),
              Columns.instant(row, "accepted_at"),
              Columns.instant(row, "effective_from"),
              AccountabilityBasis.valueOf(row.getString("basis")),
              StoredJson.actions(row.getString("actions_left")));
      case ASSIGNED_BY_LEAD ->
          new Stage.AssignedByLead(
              row.getString("to_tam"),
              row.getString("assigned_by"),
              Columns.instant(row, "offered_at"),
              Columns.instant(row, "accept_by"),
              Columns.instant(row, "accepted_at"),
              Columns.instant(row, "effective_from"),
              row.getString("read_back"),
              StoredJson.actions(row.getString("actions_left")));
      case CANCELLED ->
          new Stage.Cancelled(
              CancelReason.valueOf(row.getString("cancel_reason")),
              Columns.instantOrNull(row, "offered_at"),
              Columns.instantOrNull(row, "accept_by"));
    };
  }

  static Stage.@Nullable Taken taken(Handoff handoff) {
    return handoff.stage() instanceof Stage.Taken taken ? taken : null;
  }

  static @Nullable String assignedBy(Handoff handoff) {
    return handoff.stage() instanceof Stage.AssignedByLead assigned ? assigned.lead() : null;
  }

  /** The actions that somebody did not take on as JSON; null when there are none. */
  static @Nullable String actionsLeft(Handoff handoff) {
    Stage.Taken taken = taken(handoff);
    return taken == null || taken.left().isEmpty() ? null : StoredJson.actions(taken.left());
  }

  static @Nullable String cancelReason(Handoff handoff) {
    return handoff.stage() instanceof Stage.Cancelled cancelled ? cancelled.reason().name() : null;
  }
}
