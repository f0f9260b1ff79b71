package io.meridian.handoff.calendar.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.seal.SecretSeal;
import io.smallrye.mutiny.Multi;
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
import java.util.stream.Collectors;

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
  private static final String DOCUMENT =
      "select document, sealed_under from calendar_version where id = $1";
  private static final String INSERT =
      "insert into calendar_version"
          + " (id, revision, document, applied_at, applied_by, tzdb, sealed_under)"
          + " values ($1, $2, $3, $4, $5, $6, $7)";
  private static final String NOT_SEALED =
      "select id, document, sealed_under from calendar_version"
          + " where sealed_under is distinct from $1"
          + " order by revision limit $2 for update skip locked";
  private static final String RESEAL =
      "update calendar_version set document = $2, sealed_under = $3 where id = $1";
  private static final String NAMES = "select id, name from tam";
  private static final String KEEP_NAMES =
      "insert into tam (id, name) select * from unnest($1::text[], $2::text[])"
          + " on conflict (id) do update set name = excluded.name"
          + " where tam.name <> excluded.name";

  private final SecretSeal seal;

  public CalendarStore(SecretSeal seal) {
    this.seal = seal;
  }

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
    return unit.query(DOCUMENT, Tuple.of(id)).map(rows -> opened(rows.iterator().next()).encode());
  }

  /** As people wrote it; what was stored before addresses were sealed is that already. */
  private JsonObject opened(Row row) {
    JsonObject document = row.getJsonObject("document");
    return row.getString("sealed_under") == null
        ? document
        : SealedAddresses.change(document, seal::open);
  }

  private JsonObject withSealedAddresses(JsonObject document) {
    return SealedAddresses.change(document, seal::seal);
  }

  /** Seals the addresses of some versions that are not sealed under the present key. */
  public Uni<Integer> reseal(UnitOfWork unit, int count) {
    return unit.query(NOT_SEALED, Tuple.of(seal.keyName(), count))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(row -> reseal(unit, row))
        .collect()
        .with(Collectors.summingInt(one -> one));
  }

  private Uni<Integer> reseal(UnitOfWork unit, Row row) {
    UUID id = row.getUUID("id");
    return unit.query(RESEAL, Tuple.of(id, withSealedAddresses(opened(row)), seal.keyName()))
        .replaceWith(1);
  }

  /** Adds the version that is in force from now on. */
  public Uni<Void> insert(
      UnitOfWork unit, CalendarVersion version, String document, String by, String tzdb) {
    return unit.query(
            INSERT,
            Tuple.of(
                    version.id(),
                    version.revision(),
                    withSealedAddresses(new JsonObject(document)),
                    Columns.utc(version.appliedAt()),
                    by,
                    tzdb)
                .addString(seal.keyName()))
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
