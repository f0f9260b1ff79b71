package io.meridian.handoff.store.ledger;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.instants;
import static io.meridian.runtime.sql.Columns.longs;
import static io.meridian.runtime.sql.Columns.texts;

import io.meridian.events.GapCause;
import io.meridian.handoff.domain.ledger.Gap;
import io.meridian.handoff.domain.ledger.GapReason;
import io.meridian.handoff.domain.ledger.LedgerGap;
import io.meridian.runtime.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The gap ledger, read and changed set-wise. */
@ApplicationScoped
public class GapStore {

  private static final String SINCE =
      """
      select g.escalation_id, lower(g.during) as starts, upper(g.during) as ends, g.cause, g.tam, g.from_region,
             g.to_region, g.shift_change_id, g.revision
      from unnest($1::uuid[], $2::timestamptz[]) as r (id, since)
      join gap g on g.escalation_id = r.id and g.during && tstzrange(r.since, null)
      where lower(g.during) >= r.since
      order by g.escalation_id, lower(g.during)
      """;
  private static final String VOID =
      """
      with gone as (delete from gap where id = any($1))
      insert into gap_voided (id, revision) select * from unnest($1::uuid[], $2::bigint[])
      on conflict (id) do update set revision = excluded.revision
      """;
  private static final String UPDATE =
      """
      update gap g set during = tstzrange(lower(g.during), r.ends), cause = r.cause, tam = r.tam,
        from_region = r.from_region, to_region = r.to_region, shift_change_id = r.shift_change_id,
        revision = r.revision
      from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                  $8::bigint[])
        as r (id, ends, cause, tam, from_region, to_region, shift_change_id, revision)
      where g.id = r.id
      """;
  private static final String INSERT =
      """
      insert into gap (id, escalation_id, during, cause, tam, from_region, to_region, shift_change_id, revision)
      select r.id, r.escalation_id, tstzrange(r.starts, r.ends), r.cause, r.tam, r.from_region, r.to_region,
             r.shift_change_id, coalesce(v.revision, 0) + 1
      from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                  $8::uuid[], $9::timestamptz[])
        as r (id, ends, cause, tam, from_region, to_region, shift_change_id, escalation_id, starts)
      left join gap_voided v on v.id = r.id
      returning id, revision
      """;

  /** The gaps of each escalation that begin at the instant that goes with it, or later. */
  Uni<Map<UUID, List<LedgerGap>>> since(SqlConnection tx, Map<UUID, Instant> from) {
    List<UUID> ids = List.copyOf(from.keySet());
    return tx.preparedQuery(SINCE)
        .execute(Tuple.of(ids(ids, id -> id), instants(ids, from::get)))
        .map(rows -> Columns.grouped(rows, "escalation_id", GapStore::gap));
  }

  /** Takes gaps out that never were; their revisions are kept. */
  public Uni<Void> voidAll(SqlConnection tx, List<GapRow> gaps) {
    return gaps.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(VOID)
            .execute(Tuple.of(ids(gaps, GapRow::id), longs(gaps, GapRow::revision)))
            .replaceWithVoid();
  }

  /** Rewrites all but the start. */
  public Uni<Void> update(SqlConnection tx, List<GapRow> gaps) {
    return gaps.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(UPDATE)
            .execute(columns(gaps).addValue(longs(gaps, GapRow::revision)))
            .replaceWithVoid();
  }

  /** Adds gaps; answers the revision each begins with, by id. */
  public Uni<Map<UUID, Long>> insert(SqlConnection tx, List<GapRow> gaps) {
    if (gaps.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Tuple columns =
        columns(gaps)
            .addValue(ids(gaps, GapRow::escalationId))
            .addValue(instants(gaps, row -> row.gap().start()));
    return tx.preparedQuery(INSERT)
        .execute(columns)
        .map(
            rows -> {
              Map<UUID, Long> revisions = new HashMap<>();
              rows.forEach(row -> revisions.put(row.getUUID("id"), row.getLong("revision")));
              return revisions;
            });
  }

  private static Tuple columns(List<GapRow> gaps) {
    return Tuple.tuple()
        .addValue(ids(gaps, GapRow::id))
        .addValue(instants(gaps, row -> row.gap().end()))
        .addValue(texts(gaps, row -> row.gap().reason().cause().name()))
        .addValue(texts(gaps, row -> row.gap().reason().tam()))
        .addValue(texts(gaps, row -> row.gap().reason().fromRegion()))
        .addValue(texts(gaps, row -> row.gap().reason().toRegion()))
        .addValue(ids(gaps, row -> row.gap().reason().shiftChangeId()));
  }

  static LedgerGap gap(Row row) {
    GapReason reason =
        new GapReason(
            GapCause.valueOf(row.getString("cause")),
            row.getString("tam"),
            row.getString("from_region"),
            row.getString("to_region"),
            row.getUUID("shift_change_id"));
    Instant start = Columns.instant(row, "starts");
    Instant end = Columns.instantOrNull(row, "ends");
    return new LedgerGap(new Gap(start, end, reason), row.getLong("revision"));
  }
}
