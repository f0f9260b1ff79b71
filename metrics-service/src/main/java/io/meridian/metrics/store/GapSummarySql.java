package io.meridian.metrics.store;

import io.meridian.metrics.domain.GapGrouping;

/**
 * The one statement behind a summary, one snapshot: whole buckets from the rollup, closed gaps at
 * the window's edges from the raw table by index, open gaps live.
 *
 * <p>Parameters: $1 from, $2 to, $3 asOf, $4 to $6 grain, first and end of each span, $7 and $8
 * ends of each edge.
 */
final class GapSummarySql {

  private static final String TEMPLATE =
      """
      with part as (
        select sums.* from unnest($4::text[], $5::timestamptz[], $6::timestamptz[]) as span(grain, lo, hi)
        cross join lateral (
          select {bucketKey} as key, r.counterpart as second, sum(r.gaps) as gaps, 0 as open,
            sum(r.millis) as millis, max(r.longest_ms) as longest, sum(r.agreed_ms) as agreed
          from gap_rollup r
          where r.facet = '{facet}' and r.grain = span.grain and r.bucket >= span.lo and r.bucket < span.hi
          group by 1, 2) sums
        union all
        select sums.* from unnest($7::timestamptz[], $8::timestamptz[]) as edge(lo, hi)
        cross join lateral (
          select {edgeKey}, {gapSecond}, count(*) filter (where g.started_at >= edge.lo and not g.agreed), 0,
            coalesce(sum({millis:least(g.ended_at, edge.hi):greatest(g.started_at, edge.lo)})
              filter (where not g.agreed), 0),
            coalesce(max(g.duration_ms) filter (where g.started_at >= edge.lo and not g.agreed), 0),
            coalesce(sum({millis:least(g.ended_at, edge.hi):greatest(g.started_at, edge.lo)})
              filter (where g.agreed), 0)
          from (
            select * from gap
            where not voided and started_at >= edge.lo - interval '1 hour' and started_at < edge.hi
              and ended_at is not null and (started_at >= edge.lo or ended_at > edge.lo and duration_ms <= 3600000)
            union all
            select * from gap
            where not voided and duration_ms > 3600000 and tstzrange(started_at, ended_at) @> edge.lo
              and started_at < edge.lo) g
          group by 1, 2) sums
        union all
        select {openKey}, {gapSecond}, count(*) filter (where began), count(*) filter (where began),
          coalesce(sum(greatest(0, {millis:least($2, $3, slice.hi):greatest(g.started_at, $1, slice.lo)}))
            filter (where not g.agreed), 0),
          coalesce(max(greatest(0, {millis:$3:g.started_at})) filter (where began), 0),
          coalesce(sum(greatest(0, {millis:least($2, $3, slice.hi):greatest(g.started_at, $1, slice.lo)}))
            filter (where g.agreed), 0)
        from gap g cross join lateral ({slices}) slice
        cross join lateral (
          select g.started_at >= greatest($1, slice.lo) and g.started_at < slice.hi and not g.agreed as began) counted
        where g.ended_at is null and not g.voided and g.started_at < $2
        group by 1, 2)
      select part.key, part.second, {name} as name, sum(part.gaps)::bigint as gaps, sum(part.open)::bigint as open,
        sum(part.millis)::bigint as millis, max(part.longest)::bigint as longest,
        sum(part.agreed)::bigint as agreed
      from part {names}
      group by 1, 2, 3 having sum(part.gaps) > 0 or sum(part.millis) > 0 or sum(part.agreed) > 0
      """;

  private static final String ONE_SLICE = "select $1::timestamptz as lo, $2::timestamptz as hi";
  private static final String WEEK_SLICES =
      """
      select lo, lo + interval '168 hours' as hi
      from generate_series(date_trunc('week', greatest(g.started_at, $1), 'UTC'),
        greatest(g.started_at, $1, least($2::timestamptz, $3)), interval '168 hours', 'UTC') as lo""";

  private GapSummarySql() {}

  /** The statement for a grouping. */
  static String of(GapGrouping grouping) {
    String sql =
        switch (grouping) {
          case REGION_PAIR ->
              keys("g.from_region").replace("{gapSecond}", "coalesce(g.to_region, '')");
          case CAUSE -> keys("g.cause");
          case SEVERITY -> keys("g.severity");
          case TAM -> keys("g.accountable_id");
          case ASKED_TAM -> keys("coalesce(g.asked_id, '')");
          case CUSTOMER -> keys("coalesce(g.customer_id::text, '')");
          case WEEK ->
              TEMPLATE
                  .replace("{bucketKey}", isoWeek("r.bucket"))
                  .replace("{edgeKey}", isoWeek("edge.lo"))
                  .replace("{openKey}", isoWeek("slice.lo"))
                  .replace("{slices}", WEEK_SLICES);
        };
    return withMillis(withNames(grouping, sql))
        .replace("{gapSecond}", "''")
        .replace("{slices}", ONE_SLICE)
        .replace("{facet}", grouping.facet().name());
  }

  private static String keys(String gapKey) {
    return TEMPLATE
        .replace("{bucketKey}", "r.item")
        .replace("{edgeKey}", gapKey)
        .replace("{openKey}", gapKey);
  }

  private static String withNames(GapGrouping grouping, String sql) {
    return switch (grouping) {
      case CUSTOMER ->
          sql.replace("{name}", "named.name")
              .replace(
                  "{names}", "left join customer named on named.id = nullif(part.key, '')::uuid");
      case TAM, ASKED_TAM ->
          sql.replace("{name}", "named.name")
              .replace("{names}", "left join tam named on named.id = part.key");
      case REGION_PAIR, CAUSE, WEEK, SEVERITY ->
          sql.replace("{name}", "null::text").replace("{names}", "");
    };
  }

  /** {@code {millis:end:start}} is the whole milliseconds from start to end. */
  private static String withMillis(String sql) {
    return sql.replaceAll(
        "\\{millis:([^:]*):([^}]*)}", "(extract(epoch from $1 - $2) * 1000)::bigint");
  }

  private static String isoWeek(String at) {
    return "to_char(" + at + " at time zone 'UTC', 'IYYY-\"W\"IW')";
  }
}
