package io.meridian.handoff.store.calendar;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * What of the roster is history: every shift that covers {@code firstAppliedAt} or started since,
 * up to and including {@code materialisedUntil}, is a row.
 */
public record HistoryMark(Instant firstAppliedAt, Instant materialisedUntil) {

  static HistoryMark of(Row row) {
    return new HistoryMark(
        row.getOffsetDateTime("first_applied_at").toInstant(),
        row.getOffsetDateTime("materialised_until").toInstant());
  }
}
