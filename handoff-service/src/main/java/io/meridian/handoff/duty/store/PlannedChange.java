package io.meridian.handoff.duty.store;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift change as it was written down.
 *
 * @param incoming the incoming shift as planned; what the roster says of it now may differ
 * @param preparedAt when it really was prepared; null while it is only foreseen
 * @param lateness how long after it was due; null while it is only foreseen
 */
public record PlannedChange(
    UUID id,
    String fromRegion,
    String toRegion,
    Instant boundary,
    Shift incoming,
    Instant prepareAt,
    Instant acceptBy,
    @Nullable Instant preparedAt,
    @Nullable Duration lateness) {

  /** A row of the table, all columns read. */
  public static PlannedChange of(Row row) {
    Instant start = Columns.instant(row, "incoming_start");
    Instant end = Columns.instant(row, "incoming_end");
    Long lateness = row.getLong("lateness_ms");
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
        Columns.instantOrNull(row, "prepared_at"),
        lateness == null ? null : Duration.ofMillis(lateness));
  }
}
