package io.meridian.handoff.ledger.store;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.instants;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.GapReason;
import io.meridian.handoff.ledger.domain.LedgerGap;
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
import org.jspecify.annotations.Nullable;

/**
 * The gap ledger, read and changed set-wise. Counts the changes of each gap, and knows who is
 * asked.
 */
@ApplicationScoped
public class GapStore {

  private static final String SINCE =
      """
      select g.escalation_id, lower(g.during) as starts, upper(g.during) as ends, g.cause, g.tam, g.from_region,
             g.to_region, g.shift_change_id, g.agreed, g.asked_tam, g.asked_since, g.revision
      from unnest($1::uuid[], $2::timestamptz[]) as r (id, since)
      join gap g on g.escalation_id = r.id and g.during && tstzrange(r.since, null)
      where lower(g.during) >= r.since
      order by g.escalation_id, lower(g.during)
      """;
  private static final String VOID =
      """
      with gone as (delete from gap where id = any($1) returning id, revision + 1 as revision, asked_tam, asked_since),
        kept as (
          insert into gap_voided (id, revision) select id, revision from gone
          on conflict (id) do update set revision = excluded.revision)
      select * from gone
      """;

  private static final Rows<GapRow> GAPS =
      Rows.<GapRow>as("r")
          .uuid("id", GapRow::id)
          .instant("ends", row -> row.gap().end())
          .text("cause", row -> row.gap().reason().cause().name())
          .text("tam", row -> row.gap().reason().tam())
          .text("from_region", row -> row.gap().reason().fromRegion())
          .text("to_region", row -> row.gap().reason().toRegion())
          .uuid("shift_change_id", row -> row.gap().reason().shiftChangeId())
          .flag("agreed", row -> row.gap().reason().agreed())
          .uuid("escalation_id", GapRow::escalationId)
          .instant("starts", row -> row.gap().start());
  private static final Rows<Asking> ASKINGS =
      Rows.<Asking>as("r")
          .uuid("escalation_id", Asking::escalationId)
          .uuid("shift_change_id", Asking::shiftChangeId)
          .text("tam", asking -> asking.asked().tam())
          .instant("since", asking -> asking.asked().since());

  /**
   * Whom the handoffs of the gap's shift change asked first, of those who were asked while it ran.
   * The handoffs of an escalation are few, those of a shift change many: they are not to be looked
   * up by the latter.
   */
  private static final String FIRST_ASKED =
      """
      left join lateral (
        select a.tam, a."offeredAt" as since
        from handoff h cross join lateral json_to_recordset(h.attempts::json)
          as a (tam text, "offeredAt" timestamptz, "answeredAt" timestamptz)
        where h.escalation_id = r.escalation_id and h.shift_change_id is not distinct from r.shift_change_id
          and (a."answeredAt" is null or a."answeredAt" >= r.starts)
          and (r.ends is null or a."offeredAt" < r.ends)
        order by a."offeredAt" limit 1) asked on true
      """;

  private static final String UPDATE =
      """
      update gap g set during = tstzrange(lower(g.during), r.ends), cause = r.cause, tam = r.tam,
        from_region = r.from_region, to_region = r.to_region, shift_change_id = r.shift_change_id,
        agreed = r.agreed, revision = g.revision + 1,
        asked_tam = case when g.asked_since < coalesce(r.ends, 'infinity') then g.asked_tam else asked.tam end,
        asked_since = case when g.asked_since < coalesce(r.ends, 'infinity') then g.asked_since else asked.since end
      """
          + "from "
          + GAPS.unnest()
          + "\n"
          + FIRST_ASKED
          + """
            where g.id = r.id
            returning g.id, g.revision, g.asked_tam, g.asked_since
            """;

  private static final String INSERT =
      """
      insert into gap (id, escalation_id, during, cause, tam, from_region, to_region, shift_change_id, agreed,
        asked_tam, asked_since, revision)
      select r.id, r.escalation_id, tstzrange(r.starts, r.ends), r.cause, r.tam, r.from_region, r.to_region,
             r.shift_change_id, r.agreed, asked.tam, asked.since, coalesce(v.revision, 0) + 1
      """
          + "from "
          + GAPS.unnest()
          + "\nleft join gap_voided v on v.id = r.id\n"
          + FIRST_ASKED
          + "returning id, revision, asked_tam, asked_since";

  private static final String ASK =
      """
      update gap g set asked_tam = r.tam, asked_since = r.since, revision = g.revision + 1
      from %s
      join escalation e on e.id = r.escalation_id
      where g.escalation_id = r.escalation_id and g.shift_change_id = r.shift_change_id
        and upper_inf(g.during) and g.asked_tam is null
      returning g.escalation_id, lower(g.during) as starts, upper(g.during) as ends, g.cause, g.tam, g.from_region,
        g.to_region, g.shift_change_id, g.agreed, g.asked_tam, g.asked_since, g.revision, e.short_id, e.customer_id,
        e.severity, e.opened_at, e.ledger_revision
      """
          .formatted(ASKINGS.unnest());

  /** A gap after a change. */
  public record GapRevision(long revision, @Nullable Asked asked) {}

  /** Somebody is asked to take an escalation over. */
  public record Asking(UUID escalationId, UUID shiftChangeId, Asked asked) {}

  /** An open gap in which somebody is asked first. */
  public record AskedGap(Escalation escalation, Gap gap, Asked asked, long revision) {}

  /** The gaps of each escalation that begin at the instant that goes with it, or later. */
  Uni<Map<UUID, List<LedgerGap>>> since(UnitOfWork unit, Map<UUID, Instant> from) {
    List<UUID> ids = List.copyOf(from.keySet());
    return unit.query(SINCE, Tuple.of(ids(ids, id -> id), instants(ids, from::get)))
        .map(rows -> Columns.grouped(rows, "escalation_id", GapStore::gap));
  }

  /** Takes gaps out that never were; their revisions are kept. Answers them by id. */
  public Uni<Map<UUID, GapRevision>> voidAll(UnitOfWork unit, List<GapRow> gaps) {
    return gaps.isEmpty()
        ? nothing()
        : written(unit, VOID, Tuple.tuple().addValue(ids(gaps, GapRow::id)));
  }

  /**
   * Rewrites all but the start and who was asked, unless the gap turns out to have ended before, or
   * nobody was: then it is whom the handoffs of the shift change that it belongs to now asked
   * first. Answers the gaps by id.
   */
  public Uni<Map<UUID, GapRevision>> update(UnitOfWork unit, List<GapRow> gaps) {
    return gaps.isEmpty() ? nothing() : written(unit, UPDATE, GAPS.tuple(gaps));
  }

  /** Adds gaps, with who is asked already. Answers them by id. */
  public Uni<Map<UUID, GapRevision>> insert(UnitOfWork unit, List<GapRow> gaps) {
    return gaps.isEmpty() ? nothing() : written(unit, INSERT, GAPS.tuple(gaps));
  }

  /** Writes down who is asked in open gaps that ran before anybody was. */
  public Uni<List<AskedGap>> ask(UnitOfWork unit, List<Asking> askings) {
    return unit.query(ASK, ASKINGS.tuple(askings))
        .map(rows -> Columns.list(rows, GapStore::askedGap));
  }

  private static Uni<Map<UUID, GapRevision>> nothing() {
    return Uni.createFrom().item(Map.of());
  }

  private static Uni<Map<UUID, GapRevision>> written(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values)
        .map(
            rows -> {
              Map<UUID, GapRevision> written = new HashMap<>();
              rows.forEach(
                  row ->
                      written.put(
                          row.getUUID("id"), new GapRevision(row.getLong("revision"), asked(row))));
              return written;
            });
  }

  static LedgerGap gap(Row row) {
    GapReason reason =
        new GapReason(
            GapCause.valueOf(row.getString("cause")),
            row.getString("tam"),
            row.getString("from_region"),
            row.getString("to_region"),
            row.getUUID("shift_change_id"),
            row.getBoolean("agreed"));
    Instant start = Columns.instant(row, "starts");
    Instant end = Columns.instantOrNull(row, "ends");
    return new LedgerGap(new Gap(start, end, reason), asked(row), row.getLong("revision"));
  }

  private static AskedGap askedGap(Row row) {
    return new AskedGap(
        escalation(row),
        gap(row).gap(),
        new Asked(row.getString("asked_tam"), Columns.instant(row, "asked_since")),
        row.getLong("revision"));
  }

  /** What the ledgers care for, of a row that has the columns of its escalation. */
  static Escalation escalation(Row row) {
    return new Escalation(
        row.getUUID("escalation_id"),
        row.getString("short_id"),
        row.getUUID("customer_id"),
        Severity.valueOf(row.getString("severity")),
        Columns.instant(row, "opened_at"),
        row.getLong("ledger_revision"));
  }

  private static @Nullable Asked asked(Row row) {
    String tam = row.getString("asked_tam");
    return tam == null ? null : new Asked(tam, Columns.instant(row, "asked_since"));
  }
}
