package io.meridian.handoff.store.handoff;

import io.meridian.handoff.domain.calendar.Shift;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A shift change as it was written down.
 *
 * @param incoming the incoming shift as planned; what the roster says of it now may differ
 * @param preparedAt when it really was prepared
 */
public record PlannedChange(
    UUID id,
    String fromRegion,
    String toRegion,
    Instant boundary,
    Shift incoming,
    Instant prepareAt,
    Instant acceptBy,
    Instant preparedAt,
    Duration lateness) {

  static PlannedChange of(Row row) {
    Instant start = Columns.instant(row, "incoming_start");
    Instant end = Columns.instant(row, "incoming_end");
    Shift incoming =
        new Shift(
            row.getUUID("incoming_shift"),
            row.getString("to_region"),
            start,
            end,
            start,
            end,
            ZoneOffset.UTC,
            row.getString("incoming_primary"),
            row.getString("incoming_secondary"),
            List.of(),
            "",
            null,
            null);
    return new PlannedChange(
        row.getUUID("id"),
        row.getString("from_region"),
        row.getString("to_region"),
        Columns.instant(row, "boundary"),
        incoming,
        Columns.instant(row, "prepare_at"),
        Columns.instant(row, "accept_by"),
        Columns.instant(row, "prepared_at"),
        Duration.ofMillis(row.getLong("lateness_ms")));
  }
}
