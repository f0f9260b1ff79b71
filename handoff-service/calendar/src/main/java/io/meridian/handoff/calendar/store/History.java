package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * What of the roster is history, without its shifts.
 *
 * @param version of the calendar in force
 * @param edition another one after every change of any shift that has begun
 */
public record History(CalendarVersion version, HistoryMark mark, UUID edition) {

  static History of(Row row) {
    CalendarVersion version =
        new CalendarVersion(
            row.getUUID("version_id"),
            row.getLong("version_revision"),
            Columns.instant(row, "applied_at"));
    return new History(version, HistoryMark.of(row), row.getUUID("edition"));
  }
}
