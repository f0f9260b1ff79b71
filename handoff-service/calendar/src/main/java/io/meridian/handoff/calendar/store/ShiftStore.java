package io.meridian.handoff.calendar.store;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shifts that have begun, and how far history goes. */
@ApplicationScoped
public class ShiftStore {

  private static final String HISTORY =
      """
      select v.id as version_id, v.revision as version_revision, v.applied_at,
             h.first_applied_at, h.materialised_until, h.edition
        from calendar_history h
        cross join (select * from calendar_version order by revision desc limit 1) v
      """;
  private static final String PART =
      "select h.*, s.* from ("
          + HISTORY
          + ") h left join shift s on tstzrange(s.start_at, s.end_at) && tstzrange($1, $2)";
  private static final String MARK =
      "select first_applied_at, materialised_until from calendar_history for update";
  private static final String MOVE_MARK =
      """
      insert into calendar_history (first_applied_at, materialised_until) values ($1, $1)
      on conflict (is_only) do update set materialised_until = excluded.materialised_until
      """;
  private static final String INSERT =
      """
      insert into shift (id, region, start_at, end_at, slot_start, slot_end, zone, primary_tam,
                         secondary_tam, shadows, pattern, override_id, holiday, tzdb, revision,
                         changed_at)
      select id, region, start_at, end_at, slot_start, slot_end, zone, primary_tam, secondary_tam,
             shadows, pattern, override_id, holiday, $2, 1, start_at
        from jsonb_to_recordset($1) as t (
             id uuid, region text, start_at timestamptz, end_at timestamptz,
             slot_start timestamptz, slot_end timestamptz, zone text, primary_tam text,
             secondary_tam text, shadows text[], pattern text, override_id text, holiday text)
          on conflict (id) do nothing
      returning id
      """;
  private static final String RUNNING =
      "select * from shift where tstzrange(start_at, end_at) @> $1::timestamptz and start_at < $1"
          + " order by start_at, id";
  private static final String LAST_BEFORE =
      """
      select s.* from unnest($1::text[]) t (tam)
      cross join lateral (select * from (
          (select * from shift where primary_tam = t.tam and end_at <= $2
            order by end_at desc limit 1)
          union all
          (select * from shift where secondary_tam = t.tam and end_at <= $2
            order by end_at desc limit 1)) either order by end_at desc limit 1) s
      """;
  private static final String CHANGE =
      "update shift set end_at = $2, slot_end = $3, revision = revision + 1, changed_at = $4"
          + " where id = $1 returning revision";

  private static final String END =
      "update shift set ended = true, revision = revision + 1, changed_at = end_at"
          + " where not ended and end_at <= $1 returning *";

  /** What history there is; null without a calendar. */
  public Uni<@Nullable History> history(UnitOfWork unit) {
    return unit.query(HISTORY)
        .map(rows -> rows.size() == 0 ? null : History.of(rows.iterator().next()));
  }

  /** What is known about {@code [from, to)}; without a calendar there is nothing to know. */
  public Uni<@Nullable RosterPart> part(UnitOfWork unit, Instant from, Instant to) {
    return unit.query(PART, Tuple.of(Columns.utc(from), Columns.utc(to))).map(ShiftStore::part);
  }

  /**
   * A shift that has begun.
   *
   * @param tzdb version of the time-zone database that its instants come from
   */
  public record Begun(Shift shift, String tzdb) {}

  /** The shift that has begun, if one of that id has. */
  public Uni<Optional<Begun>> find(UnitOfWork unit, UUID id) {
    return unit.query("select * from shift where id = $1", Tuple.of(id))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new Begun(shift(row), row.getString("tzdb")));
              }
              return Optional.empty();
            });
  }

  /** How far history goes, locked until the transaction ends; null before the first calendar. */
  public Uni<@Nullable HistoryMark> lockMark(UnitOfWork unit) {
    return unit.query(MARK)
        .map(
            rows -> {
              for (Row row : rows) {
                return HistoryMark.of(row);
              }
              return null;
            });
  }

  /** History goes to this instant now. */
  public Uni<Void> moveMark(UnitOfWork unit, Instant materialisedUntil) {
    return unit.query(MOVE_MARK, Tuple.of(Columns.utc(materialisedUntil))).replaceWithVoid();
  }

  /**
   * Makes shifts history that are not yet.
   *
   * @return the ids of those that are new
   */
  public Uni<Set<UUID>> insert(UnitOfWork unit, List<Shift> shifts) {
    if (shifts.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    JsonArray rows = new JsonArray();
    shifts.forEach(shift -> rows.add(json(shift)));
    return unit.query(INSERT, Tuple.of(rows, WallClock.tzdb()))
        .map(
            inserted -> {
              Set<UUID> ids = new HashSet<>();
              inserted.forEach(row -> ids.add(row.getUUID("id")));
              return ids;
            });
  }

  /** The shifts that started before the instant and go on after it, by start and id. */
  public Uni<List<Shift>> running(UnitOfWork unit, Instant at) {
    return unit.query(RUNNING, Tuple.of(Columns.utc(at)))
        .map(
            rows -> {
              List<Shift> running = new ArrayList<>();
              rows.forEach(row -> running.add(shift(row)));
              return running;
            });
  }

  /** The last shift of each of these TAMs that ended at or before the instant, if any. */
  public Uni<List<Shift>> lastBefore(UnitOfWork unit, Collection<String> tams, Instant at) {
    return unit.query(LAST_BEFORE, Tuple.of(tams.toArray(String[]::new), Columns.utc(at)))
        .map(
            rows -> {
              List<Shift> last = new ArrayList<>();
              rows.forEach(row -> last.add(shift(row)));
              return last;
            });
  }

  /**
   * Gives a running shift other ends.
   *
   * @return its revision after the change
   */
  public Uni<Long> change(UnitOfWork unit, Shift shift, Instant at) {
    return unit.query(
            CHANGE,
            Tuple.of(
                shift.id(),
                Columns.utc(shift.end()),
                Columns.utc(shift.slotEnd()),
                Columns.utc(at)))
        .map(rows -> rows.iterator().next().getLong("revision"));
  }

  /**
   * A shift that is over.
   *
   * @param revision after its end was written down
   */
  public record Over(Shift shift, long revision) {}

  /** Writes down which shifts are over at the instant and were not yet; by end and id. */
  public Uni<List<Over>> end(UnitOfWork unit, Instant at) {
    return unit.query(END, Tuple.of(Columns.utc(at)))
        .map(rows -> Columns.list(rows, row -> new Over(shift(row), row.getLong("revision"))))
        .map(
            over ->
                over.stream()
                    .sorted(
                        Comparator.comparing((Over o) -> o.shift().end())
                            .thenComparing(o -> o.shift().id()))
                    .toList());
  }

  private static @Nullable RosterPart part(RowSet<Row> rows) {
    @Nullable RosterPart part = null;
    List<Shift> shifts = new ArrayList<>();
    for (Row row : rows) {
      if (part == null) {
        part = new RosterPart(History.of(row), shifts);
      }
      if (row.getUUID("id") != null) {
        shifts.add(shift(row));
      }
    }
    return part;
  }

  private static Shift shift(Row row) {
    return new Shift(
        row.getUUID("id"),
        row.getString("region"),
        Columns.instant(row, "start_at"),
        Columns.instant(row, "end_at"),
        Columns.instant(row, "slot_start"),
        Columns.instant(row, "slot_end"),
        ZoneId.of(row.getString("zone")),
        row.getString("primary_tam"),
        row.getString("secondary_tam"),
        List.of(row.getArrayOfStrings("shadows")),
        row.getString("pattern"),
        row.getString("override_id"),
        row.getString("holiday"));
  }

  private static JsonObject json(Shift shift) {
    return new JsonObject()
        .put("id", shift.id().toString())
        .put("region", shift.region())
        .put("start_at", shift.start().toString())
        .put("end_at", shift.end().toString())
        .put("slot_start", shift.slotStart().toString())
        .put("slot_end", shift.slotEnd().toString())
        .put("zone", shift.zone().getId())
        .put("primary_tam", shift.primary())
        .put("secondary_tam", shift.secondary())
        .put("shadows", new JsonArray(shift.shadows()))
        .put("pattern", shift.pattern())
        .put("override_id", shift.override())
        .put("holiday", shift.holiday());
  }
}
