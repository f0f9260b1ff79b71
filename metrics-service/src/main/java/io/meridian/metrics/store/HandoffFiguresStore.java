package io.meridian.metrics.store;

import io.meridian.metrics.domain.HandoffFigures;
import io.meridian.metrics.domain.Sight;
import io.meridian.metrics.domain.Window;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Figures of handoffs, from the raw rows. */
@ApplicationScoped
public class HandoffFiguresStore {

  private static final String FIGURES =
      """
      select from_region, to_region, count(*) as handoffs, count(offered_at) as offered,
        count(*) filter (where acceptance = 'EARLY') as early,
        count(*) filter (where acceptance = 'IN_TIME') as in_time,
        count(*) filter (where acceptance = 'LATE') as late,
        count(*) filter (where status = 'ACCEPTED' and not exists (
          select from gap g where g.escalation_id = handoff.escalation_id
            and g.shift_change_id = handoff.shift_change_id and not g.voided and not g.agreed)) as without_gap,
        count(*) filter (where status = 'ASSIGNED_BY_LEAD') as assigned_by_lead,
        count(*) filter (where status = 'CANCELLED' and cancel_reason = 'SUPERSEDED') as missed,
        count(*) filter (where status = 'CANCELLED' and cancel_reason is distinct from 'SUPERSEDED') as cancelled,
        count(*) filter (where status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')) as pending,
        count(*) filter (where status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED') and boundary <= $3)
          as pending_past_boundary,
        count(*) filter (where declines > 0) as declined,
        count(*) filter (where escalated_to_lead) as escalated_to_lead,
        count(*) filter (where lateness_ms > 0) as offered_late,
        percentile_disc(0.5) within group (order by answer_ms) as median,
        percentile_disc(0.95) within group (order by answer_ms) as p95
      from handoff
      where boundary >= $1 and boundary < $2 and ($4 or from_region = any($5) or to_region = any($5))
      group by grouping sets ((from_region, to_region), ())
      order by grouping(from_region), from_region, to_region
      """;

  /**
   * The figures of each region pair in sight, then those of all of these together.
   *
   * @param asOf boundaries up to then have passed
   */
  public Uni<List<HandoffFigures>> figures(
      UnitOfWork unit, Window window, Sight sight, Instant asOf) {
    return unit.query(
            FIGURES,
            Tuple.of(Columns.utc(window.from()), Columns.utc(window.to()), Columns.utc(asOf))
                .addBoolean(sight.isWhole())
                .addArrayOfString(sight.regions().toArray(String[]::new)))
        .map(rows -> Columns.list(rows, HandoffFiguresStore::figures));
  }

  private static HandoffFigures figures(Row row) {
    return new HandoffFigures(
        row.getString("from_region"),
        row.getString("to_region"),
        row.getLong("handoffs"),
        row.getLong("offered"),
        row.getLong("early"),
        row.getLong("in_time"),
        row.getLong("late"),
        row.getLong("without_gap"),
        row.getLong("assigned_by_lead"),
        row.getLong("missed"),
        row.getLong("cancelled"),
        row.getLong("pending"),
        row.getLong("pending_past_boundary"),
        row.getLong("declined"),
        row.getLong("escalated_to_lead"),
        row.getLong("offered_late"),
        row.getLong("median"),
        row.getLong("p95"));
  }
}
