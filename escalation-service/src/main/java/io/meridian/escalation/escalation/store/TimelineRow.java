package io.meridian.escalation.escalation.store;

import io.meridian.escalation.escalation.domain.TimelineEntry;
import io.meridian.runtime.sql.Columns;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact on the timeline as the table holds it. */
@Entity
@Table(name = "timeline")
class TimelineRow {
  @Embeddable
  record Id(UUID escalationId, long revision) {}

  @EmbeddedId Id id;
  Instant at;
  String actor;

  @Enumerated(EnumType.STRING)
  TimelineEntry.Kind kind;

  @Nullable String text;
  @Nullable String fromValue;
  @Nullable String toValue;
  @Nullable String details;

  @SuppressWarnings("NullAway.Init")
  TimelineRow() {}

  TimelineRow(UUID escalationId, TimelineEntry entry) {
    id = new Id(escalationId, entry.revision());
    at = entry.at();
    actor = entry.by();
    kind = entry.kind();
    text = entry.text();
    fromValue = entry.from();
    toValue = entry.to();
    details = NoteJson.write(entry.details());
  }

  static TimelineEntry toDomain(Row row) {
    return new TimelineEntry(
        row.getLong("revision"),
        Columns.instant(row, "at"),
        row.getString("actor"),
        TimelineEntry.Kind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getString("from_value"),
        row.getString("to_value"),
        NoteJson.read(row.getString("details")));
  }
}
