package io.meridian.handoff.handoff.store;

import io.meridian.events.HandoffStatus;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.handoff.domain.Demands.Present;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open escalations with their holders and unfinished handoffs, from the ledger's tables. */
@ApplicationScoped
public class HoldingStore {
  private static final String HOLDER =
      """
      a.tam as holder_tam, a.region as holder_region, a.lives_in, %s as since, h.hold_from, h.hold_until
      """;
  private static final String PRESENT =
      """
      o.shift_change_id, o.status, o.to_tam, case when o.status = 'ESCALATED_TO_LEAD'
        then json_array_length(o.attempts::json) = 1 else false end as lead_only, c.boundary, c.incoming_shift, c.incoming_start,
      c.incoming_end, c.to_region as present_region
      """;
  private static final String FROM =
      """
      from escalation e
      join accountability a on a.escalation_id = e.id and upper_inf(a.during)
      left join lateral (select array_agg(lower(apart) order by apart) as hold_from,
          array_agg(upper(apart) order by apart) as hold_until
        from (select unnest(range_agg(during)) as apart from hold where escalation_id = e.id
          and tam = a.tam and upper(during) > lower(a.during)) merged) h on true
      left join %s
      left join shift_change c on c.id = o.shift_change_id
      """;
  private static final String FROM_ALL =
      FROM.formatted(
          "handoff o on o.escalation_id = e.id and o.status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')");

  /**
   * The unfinished handoff looked up for each row: by the statistics there is hardly any, if they
   * were taken between two shift changes, and looking at all of them for each row takes a second.
   */
  private static final String FROM_SOME =
      FROM.formatted(
          """
          lateral (select * from handoff where escalation_id = e.id
            and status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED') limit 1) o on true""");

  private static final String WHERE =
      " where e.closed_at is null and (o.id is null or o.as_of <= $1) and ";

  /**
   * Nothing was decided as of a later instant, finished since or not: what is made up twice, by
   * people while nobody leads, is made up once.
   */
  private static final String UNDECIDED =
      " and not exists (select from handoff d where d.escalation_id = e.id and d.as_of > $1)";

  private static final String GROUPS =
      "select distinct "
          + HOLDER.formatted("greatest(lower(a.during), f.since)")
          + ", "
          + PRESENT
          + FROM_ALL
          + " left join unnest($2::text[], $3::timestamptz[]) f (tam, since) on f.tam = a.tam"
          + WHERE
          + "%s";
  private static final String HOLDINGS =
      "select "
          + HandoffRows.SUBJECT
          + ", "
          + HOLDER.formatted("lower(a.during)")
          + ", e.tags, k.language, k.assignments::text as assignments, "
          + HandoffRows.COLUMNS
          + ", c.incoming_shift, c.incoming_end, c.to_region as present_region, case when o.status = 'ESCALATED_TO_LEAD'"
          + " then json_array_length(o.attempts::json) = 1 else false end as lead_only "
          + FROM_SOME
          + " left join customer k on k.id = e.customer_id"
          + WHERE;
  private static final String OF_SOME =
      HOLDINGS
          + "e.id = any($2) and a.tam = any($3) and (a.travels or a.lives_in is not null)"
          + UNDECIDED
          + " order by e.id";
  private static final String OF_ALL =
      HOLDINGS
          + """
          a.travels and a.tam = any($2) and (a.tam, a.escalation_id) > ($3, $4)
          order by a.tam, a.escalation_id limit $5
          """;

  private static final String OF_HOMES =
      HOLDINGS
          + """
          (a.lives_in, a.tam) in (select * from unnest($2::text[], $3::text[]))
          and a.lives_in is not null and (a.tam, a.escalation_id) > ($4, $5)
          order by a.tam, a.escalation_id limit $6
          """;

  private static final String TRAVELLING_GROUPS = GROUPS.formatted("a.travels");

  private static final String HOME_GROUPS =
      GROUPS.formatted(
          "a.lives_in is not null and (a.lives_in, a.tam) in (select * from unnest($4::text[], $5::text[]))");

  /** About some: the plan for all would read them all. */
  private static final String GROUPS_OF_SOME =
      GROUPS.formatted("(a.travels or a.lives_in is not null) and e.id = any($4)" + UNDECIDED);

  /**
   * A holder with the handoff some of their escalations have.
   *
   * @param holder since when is exact only where it matters
   */
  public record Group(Holder holder, @Nullable Present present) {}

  /**
   * The different situations of open escalations that follow the sun, few even when they are many.
   *
   * @param at leaves out what was decided as of a later instant
   * @param floors for each TAM of the roster, what earlier beginnings of accountability count as
   */
  public Uni<List<Group>> travelling(UnitOfWork unit, Instant at, Map<String, Instant> floors) {
    return groups(unit, TRAVELLING_GROUPS, situated(at, floors));
  }

  /** The same of those that are in some homes. */
  public Uni<List<Group>> atHome(
      UnitOfWork unit, Instant at, Map<String, Instant> floors, Collection<Home> homes) {
    return groups(
        unit, HOME_GROUPS, situated(at, floors).addValue(regions(homes)).addValue(tams(homes)));
  }

  /** The same of these escalations, but for those that are resolved. */
  public Uni<List<Group>> groups(
      UnitOfWork unit, Instant at, Map<String, Instant> floors, Collection<UUID> ids) {
    return groups(unit, GROUPS_OF_SOME, situated(at, floors).addValue(ids.toArray(UUID[]::new)));
  }

  private static Uni<List<Group>> groups(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values)
        .map(rows -> Columns.list(rows, row -> new Group(holder(row), present(row))));
  }

  private static Tuple situated(Instant at, Map<String, Instant> floors) {
    List<Map.Entry<String, Instant>> byTam = List.copyOf(floors.entrySet());
    return Tuple.tuple()
        .addValue(Columns.utc(at))
        .addValue(Columns.texts(byTam, Map.Entry::getKey))
        .addValue(Columns.instants(byTam, Map.Entry::getValue));
  }

  private static String[] regions(Collection<Home> homes) {
    return homes.stream().map(Home::region).toArray(String[]::new);
  }

  private static String[] tams(Collection<Home> homes) {
    return homes.stream().map(Home::tam).toArray(String[]::new);
  }

  /** A holder and one of their escalations, up to which others have been looked at. */
  public record Place(String tam, UUID escalation) {

    /** Before all of them. */
    public static final Place FIRST = new Place("", new UUID(0, 0));
  }

  /** What is in some homes, by holder and id, after a place, so many at most. */
  public Uni<List<Holding>> atHome(
      UnitOfWork unit, Instant at, Collection<Home> homes, Place after, int limit) {
    return unit.query(
            OF_HOMES,
            Tuple.of(
                Columns.utc(at),
                regions(homes),
                tams(homes),
                after.tam(),
                after.escalation(),
                limit))
        .map(rows -> Columns.list(rows, HoldingStore::holding));
  }

  /** What follows the sun of some holders, by holder and id, after a place, so many at most. */
  public Uni<List<Holding>> travelling(
      UnitOfWork unit, Instant at, Collection<String> tams, Place after, int limit) {
    return unit.query(
            OF_ALL,
            Tuple.of(
                Columns.utc(at),
                tams.toArray(String[]::new),
                after.tam(),
                after.escalation(),
                limit))
        .map(rows -> Columns.list(rows, HoldingStore::holding));
  }

  /** Those of these that are open, not resolved and held by some, in id order. */
  public Uni<List<Holding>> holdings(
      UnitOfWork unit, Instant at, Collection<String> tams, Collection<UUID> ids) {
    return unit.query(
            OF_SOME,
            Tuple.of(Columns.utc(at), ids.toArray(UUID[]::new), tams.toArray(String[]::new)))
        .map(rows -> Columns.list(rows, HoldingStore::holding));
  }

  private static Holder holder(Row row) {
    return new Holder(
        row.getString("holder_tam"),
        row.getString("holder_region"),
        Columns.instant(row, "since"),
        holds(row.getArrayOfOffsetDateTimes("hold_from"), row, "hold_until"),
        row.getString("lives_in"));
  }

  private static List<Interval> holds(
      OffsetDateTime @Nullable [] starts, Row row, String endsColumn) {
    if (starts == null) {
      return List.of();
    }
    OffsetDateTime[] ends = row.getArrayOfOffsetDateTimes(endsColumn);
    List<Interval> holds = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      holds.add(new Interval(starts[i].toInstant(), ends[i].toInstant()));
    }
    return holds;
  }

  private static @Nullable Present present(Row row) {
    if (row.getUUID("shift_change_id") == null) {
      return null;
    }
    return new Present(
        row.getUUID("shift_change_id"),
        Columns.instant(row, "boundary"),
        HandoffStatus.valueOf(row.getString("status")),
        row.getString("to_tam"),
        row.getBoolean("lead_only"),
        row.getString("present_region"),
        row.getUUID("incoming_shift"),
        Columns.instant(row, "incoming_start"),
        Columns.instant(row, "incoming_end"));
  }

  private static Holding holding(Row row) {
    boolean has = row.getUUID("handoff_id") != null;
    return new Holding(
        HandoffRows.subject(row),
        holder(row),
        List.of(row.getArrayOfStrings("tags")),
        row.getString("language"),
        StoredJson.texts(row.getString("assignments")),
        has ? HandoffRows.handoff(row) : null,
        has ? HandoffRows.briefing(row) : null,
        has ? present(row) : null);
  }
}
