package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What of the roster is history: every shift that covers {@code firstAppliedAt} or started since,
 * up to and including {@code materialisedUntil}, is a row.
 */
public record HistoryMark(Instant firstAppliedAt, Instant materialisedUntil) {

  static HistoryMark of(Row row) {
    return new HistoryMark(
        Columns.instant(row, "first_applied_at"), Columns.instant(row, "materialised_until"));
  }
}
