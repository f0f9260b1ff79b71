package io.meridian.handoff.ledger.store;

import io.meridian.events.RestCause;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledger of rests, read and changed set-wise. Counts the changes of each. */
@ApplicationScoped
public class RestStore {
  static final String COLUMNS =
      """
      escalation_id, lower(during) as starts, upper(during) as ends, cause, tam, region, revision
      """;

  private static final Rows<RestRow> ROWS =
      Rows.<RestRow>as("r")
          .uuid("id", RestRow::id)
          .uuid("escalation_id", RestRow::escalationId)
          .instant("starts", row -> row.rest().start())
          .instant("ends", row -> row.rest().end())
          .text("cause", row -> row.rest().cause().name())
          .text("tam", row -> row.rest().tam())
          .text("region", row -> row.rest().region());

  private static final String SINCE =
      """
      select g.escalation_id, lower(g.during) as starts, upper(g.during) as ends, g.cause, g.tam, g.region, g.revision
      from unnest($1::uuid[], $2::timestamptz[]) as r (id, since)
      join rest g on g.escalation_id = r.id and g.during && tstzrange(r.since, null)
      where lower(g.during) >= r.since
      order by g.escalation_id, lower(g.during)
      """;

  private static final String VOID =
      """
      with gone as (delete from rest where id = any($1) returning id, revision + 1 as revision),
        kept as (
          insert into rest_voided (id, revision) select id, revision from gone
          on conflict (id) do update set revision = excluded.revision)
      select * from gone
      """;

  private static final String UPDATE =
      """
      update rest g set during = tstzrange(lower(g.during), r.ends), cause = r.cause, tam = r.tam, region = r.region,
        revision = g.revision + 1
      from %s where g.id = r.id returning g.id, g.revision
      """
          .formatted(ROWS.unnest());

  private static final String INSERT =
      """
      insert into rest (id, escalation_id, during, cause, tam, region, revision)
      select r.id, r.escalation_id, tstzrange(r.starts, r.ends), r.cause, r.tam, r.region, coalesce(v.revision, 0) + 1
      from %s left join rest_voided v on v.id = r.id
      returning id, revision
      """
          .formatted(ROWS.unnest());

  private static final String KEPT = "select at from rests_kept";

  private static final String KEEP =
      """
      insert into rests_kept as s (at) values ($1)
      on conflict (is_only) do update set at = greatest(s.at, excluded.at)
      """;

  /** The rests of each escalation that begin at the instant that goes with it, or later. */
  Uni<Map<UUID, List<LedgerRest>>> since(UnitOfWork unit, Map<UUID, Instant> from) {
    List<UUID> ids = List.copyOf(from.keySet());
    return unit.query(SINCE, Tuple.of(Columns.ids(ids, id -> id), Columns.instants(ids, from::get)))
        .map(rows -> Columns.grouped(rows, "escalation_id", RestStore::rest));
  }

  /** Takes rests out that never were; their revisions are kept, and answered by id. */
  public Uni<Map<UUID, Long>> voidAll(UnitOfWork unit, List<RestRow> rests) {
    return rests.isEmpty()
        ? nothing()
        : written(unit, VOID, Tuple.tuple().addValue(Columns.ids(rests, RestRow::id)));
  }

  /** Rewrites all but the start; answers the revisions by id. */
  public Uni<Map<UUID, Long>> update(UnitOfWork unit, List<RestRow> rests) {
    return rests.isEmpty() ? nothing() : written(unit, UPDATE, ROWS.tuple(rests));
  }

  /** Adds rests; answers the revisions by id. */
  public Uni<Map<UUID, Long>> insert(UnitOfWork unit, List<RestRow> rests) {
    return rests.isEmpty() ? nothing() : written(unit, INSERT, ROWS.tuple(rests));
  }

  /** Up to when all rests are written down; {@link Instant#EPOCH} when they never were. */
  public Uni<Instant> kept(UnitOfWork unit) {
    return unit.query(KEPT)
        .map(
            rows -> {
              List<Instant> at = Columns.list(rows, row -> Columns.instant(row, "at"));
              return at.isEmpty() ? Instant.EPOCH : at.getFirst();
            });
  }

  /** All rests up to an instant are written down. */
  public Uni<Void> keep(UnitOfWork unit, Instant at) {
    return unit.query(KEEP, Tuple.of(Columns.utc(at))).replaceWithVoid();
  }

  private static Uni<Map<UUID, Long>> nothing() {
    return Uni.createFrom().item(Map.of());
  }

  private static Uni<Map<UUID, Long>> written(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values)
        .map(
            rows -> {
              Map<UUID, Long> written = new HashMap<>();
              rows.forEach(row -> written.put(row.getUUID("id"), row.getLong("revision")));
              return written;
            });
  }

  static LedgerRest rest(Row row) {
    return new LedgerRest(
        new Rest(
            Columns.instant(row, "starts"),
            Columns.instantOrNull(row, "ends"),
            RestCause.valueOf(row.getString("cause")),
            row.getString("tam"),
            row.getString("region")),
        row.getLong("revision"));
  }
}
