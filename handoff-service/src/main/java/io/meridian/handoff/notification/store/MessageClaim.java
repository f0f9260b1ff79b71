package io.meridian.handoff.notification.store;

import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Progress;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is this replica's to send, for a while.
 *
 * @param attempt counts all attempts to send it, from 1
 * @param redeliveries how often somebody asked for it again
 * @param traceparent the trace of what it tells of, or null
 */
public record MessageClaim(
    UUID id,
    NotificationKind kind,
    String recipient,
    UUID bundle,
    String provider,
    Instant occurredAt,
    Progress progress,
    int attempt,
    int redeliveries,
    @Nullable String traceparent) {

  static MessageClaim of(Row row) {
    return new MessageClaim(
        row.getUUID("id"),
        NotificationKind.valueOf(row.getString("kind")),
        row.getString("recipient"),
        row.getUUID("bundle"),
        row.getString("provider"),
        Columns.instant(row, "occurred_at"),
        new Progress(
            Columns.instant(row, "planned_at"), row.getInteger("channel"), row.getInteger("tries")),
        row.getInteger("attempts"),
        row.getInteger("redeliveries"),
        row.getString("traceparent"));
  }

  /**
   * Names this delivery to whoever receives it: the same in every attempt, another when somebody
   * asked for it again.
   */
  public String deliveryId() {
    return redeliveries == 0 ? id.toString() : id + "." + redeliveries;
  }
}
