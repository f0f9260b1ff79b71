package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The versions of the calendar, and the names of everybody who was ever in one. */
@ApplicationScoped
public class CalendarStore {

  /** The advisory lock that keeps the calendar as it is: shared by users, exclusive to change. */
  private static final long LOCK = 0x6d65726964_63616cL;

  private static final String IN_FORCE =
      "select id, revision, applied_at from calendar_version order by revision desc limit 1";
  private static final String IN_FORCE_AT =
      "select id, revision, applied_at from calendar_version"
          + " order by applied_at <= $1 desc, abs(extract(epoch from applied_at - $1)) limit 1";
  private static final String TZDB =
      "select tzdb from calendar_version order by revision desc limit 1";
  private static final String DOCUMENT = "select document from calendar_version where id = $1";
  private static final String INSERT =
      "insert into calendar_version (id, revision, document, applied_at, applied_by, tzdb)"
          + " values ($1, $2, $3, $4, $5, $6)";
  private static final String NAMES = "select id, name from tam";
  private static final String KEEP_NAMES =
      "insert into tam (id, name) select * from unnest($1::text[], $2::text[])"
          + " on conflict (id) do update set name = excluded.name"
          + " where tam.name <> excluded.name";

  /** Waits until no transaction changes the calendar, and keeps it unchanged to the tx's end. */
  public Uni<Void> hold(UnitOfWork unit) {
    return unit.query("select pg_advisory_xact_lock_shared($1)", Tuple.of(LOCK)).replaceWithVoid();
  }

  /** Waits until no other transaction holds the calendar, and keeps them off to the tx's end. */
  public Uni<Void> holdAlone(UnitOfWork unit) {
    return unit.query("select pg_advisory_xact_lock($1)", Tuple.of(LOCK)).replaceWithVoid();
  }

  /** The version in force; {@link CalendarVersion#NONE} before the first. */
  public Uni<CalendarVersion> version(UnitOfWork unit) {
    return unit.query(IN_FORCE).map(CalendarStore::first);
  }

  /** The version that was in force at an instant; the first, before there was any. */
  public Uni<CalendarVersion> versionAt(UnitOfWork unit, Instant at) {
    return unit.query(IN_FORCE_AT, Tuple.of(Columns.utc(at))).map(CalendarStore::first);
  }

  private static CalendarVersion first(RowSet<Row> rows) {
    for (Row row : rows) {
      return new CalendarVersion(
          row.getUUID("id"), row.getLong("revision"), Columns.instant(row, "applied_at"));
    }
    return CalendarVersion.NONE;
  }

  /**
   * Version of the time-zone database by which the future was last computed; empty before the first
   * calendar.
   */
  public Uni<Optional<String>> tzdb(UnitOfWork unit) {
    return unit.query(TZDB)
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(row.getString("tzdb"));
              }
              return Optional.empty();
            });
  }

  /** The document of a version, as JSON. */
  public Uni<String> document(UnitOfWork unit, UUID id) {
    return unit.query(DOCUMENT, Tuple.of(id))
        .map(rows -> rows.iterator().next().getJsonObject("document").encode());
  }

  /** Adds the version that is in force from now on. */
  public Uni<Void> insert(
      UnitOfWork unit, CalendarVersion version, String document, String by, String tzdb) {
    return unit.query(
            INSERT,
            Tuple.of(
                version.id(),
                version.revision(),
                new JsonObject(document),
                Columns.utc(version.appliedAt()),
                by,
                tzdb))
        .replaceWithVoid();
  }

  /** Everybody's name by id, also of those who have left the calendar. */
  public Uni<Map<String, String>> names(UnitOfWork unit) {
    return unit.query(NAMES).map(CalendarStore::byId);
  }

  /** Takes over the names of a new version. */
  public Uni<Void> keepNames(UnitOfWork unit, List<String> ids, List<String> names) {
    return unit.query(
            KEEP_NAMES, Tuple.of(ids.toArray(String[]::new), names.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static Map<String, String> byId(RowSet<Row> rows) {
    Map<String, String> names = new HashMap<>();
    rows.forEach(row -> names.put(row.getString("id"), row.getString("name")));
    return names;
  }
}
