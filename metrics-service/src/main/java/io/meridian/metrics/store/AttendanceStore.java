package io.meridian.metrics.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.AttendanceSums;
import io.meridian.metrics.domain.Window;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How open time was spent, from the raw rows: windows are short. */
@ApplicationScoped
public class AttendanceStore {

  /**
   * Parameters: $1 from, $2 to, $3 asOf. A gap or rest is of the opening that it began in; of one
   * that is not known yet it keeps what it was told with.
   */
  private static final String TEMPLATE =
      """
      with slice as ({slices}),
      part as (
        select 'OPEN' as kind, {openKey} as key, {millis:least(o.closed_at, $3, slice.hi):greatest(o.opened_at, slice.lo)} as millis
        from slice join opening o on o.opened_at < slice.hi and (o.closed_at is null or o.closed_at > slice.lo)
        where {tellsOpen}
        union all
        select case when s.agreed then 'AGREED' else 'GAP' end, {key},
          {millis:least(coalesce(s.ended_at, $3), slice.hi):greatest(s.started_at, slice.lo)}
        from slice cross join lateral (
          select g.*, g.from_region as region from gap g
          where not g.voided and g.started_at < slice.hi and (g.ended_at is null or g.ended_at > slice.lo)
            and (g.started_at >= slice.lo - interval '1 hour' or g.ended_at is null
              or g.duration_ms > 3600000 and tstzrange(g.started_at, g.ended_at) && tstzrange(slice.lo, slice.hi))) s
        {opening}
        union all
        select 'REST', {key}, {millis:least(coalesce(s.ended_at, $3), slice.hi):greatest(s.started_at, slice.lo)}
        from slice join rest s on not s.voided and tstzrange(s.started_at, s.ended_at) && tstzrange(slice.lo, slice.hi)
        {opening})
      select part.key, {name} as name,
        coalesce(sum(part.millis) filter (where part.kind = 'OPEN'), 0)::bigint as open,
        coalesce(sum(part.millis) filter (where part.kind = 'GAP'), 0)::bigint as gap,
        coalesce(sum(part.millis) filter (where part.kind = 'AGREED'), 0)::bigint as agreed,
        coalesce(sum(part.millis) filter (where part.kind = 'REST'), 0)::bigint as resting
      from part {names}
      where part.millis > 0
      group by 1, 2
      """;

  private static final String OPENING =
      """
      left join lateral (
          select * from opening where escalation_id = s.escalation_id and opened_at <= s.started_at
          order by opened_at desc limit 1) o on true""";

  private static final String BY_SEVERITY =
      "case when s.severity in ('SEV1', 'SEV2') then 'FOLLOW_THE_SUN' else 'HOME_REGION' end";

  private static final String ONE_SLICE = "select $1::timestamptz as lo, $2::timestamptz as hi";
  private static final String WEEK_SLICES =
      """
      select greatest(week, $1) as lo, least(week + interval '168 hours', $2) as hi
      from generate_series(date_trunc('week', $1::timestamptz, 'UTC'), $2::timestamptz - interval '1 millisecond',
        interval '168 hours', 'UTC') as week""";

  private static final Map<AttendanceGrouping, String> SQL =
      Arrays.stream(AttendanceGrouping.values())
          .collect(toUnmodifiableMap(Function.identity(), AttendanceStore::sql));

  /**
   * The groups with time of any kind in the window, in no order.
   *
   * @param asOf what is open then lasts until then
   */
  public Uni<List<AttendanceSums>> sums(
      UnitOfWork unit, AttendanceGrouping grouping, Window window, Instant asOf) {
    return unit.query(
            Objects.requireNonNull(SQL.get(grouping)),
            Tuple.of(Columns.utc(window.from()), Columns.utc(window.to()), Columns.utc(asOf)))
        .map(rows -> Columns.list(rows, AttendanceStore::sums));
  }

  private static AttendanceSums sums(Row row) {
    return new AttendanceSums(
        row.getString("key"),
        row.getString("name"),
        row.getLong("open"),
        row.getLong("gap"),
        row.getLong("agreed"),
        row.getLong("resting"));
  }

  private static String sql(AttendanceGrouping grouping) {
    String sql =
        switch (grouping) {
          case SERVICE_HOURS ->
              keys("o.service_hours", "coalesce(o.service_hours, " + BY_SEVERITY + ")");
          case SEVERITY -> keys("o.severity", "coalesce(o.severity, s.severity)");
          case CUSTOMER ->
              keys(
                  "coalesce(o.customer_id::text, '')",
                  "coalesce(case when o.escalation_id is null then s.customer_id"
                      + " else o.customer_id end::text, '')");
          case WEEK -> keys(isoWeek(), isoWeek()).replace("{slices}", WEEK_SLICES);
          case REGION -> keys("''", "s.region");
          case TAM -> keys("''", "s.accountable_id");
        };
    return withNames(grouping, sql)
        .replaceAll("\\{millis:([^:]*):([^}]*)}", "(extract(epoch from $1 - $2) * 1000)::bigint")
        .replace("{slices}", ONE_SLICE)
        .replace("{opening}", OPENING)
        .replace("{tellsOpen}", Boolean.toString(grouping.tellsOpen()));
  }

  private static String keys(String openKey, String key) {
    return TEMPLATE.replace("{openKey}", openKey).replace("{key}", key);
  }

  private static String isoWeek() {
    return "to_char(slice.lo at time zone 'UTC', 'IYYY-\"W\"IW')";
  }

  private static String withNames(AttendanceGrouping grouping, String sql) {
    return switch (grouping) {
      case CUSTOMER ->
          sql.replace("{name}", "named.name")
              .replace(
                  "{names}", "left join customer named on named.id = nullif(part.key, '')::uuid");
      case TAM ->
          sql.replace("{name}", "named.name")
              .replace("{names}", "left join tam named on named.id = part.key");
      case SERVICE_HOURS, SEVERITY, WEEK, REGION ->
          sql.replace("{name}", "null::text").replace("{names}", "");
    };
  }
}
