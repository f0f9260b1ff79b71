package io.meridian.metrics.store;

import io.meridian.events.Severity;
import io.meridian.metrics.domain.EscalationFigures;
import io.meridian.metrics.domain.EscalationFigures.Percentiles;
import io.meridian.metrics.domain.Window;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of escalations, from the raw openings. */
@ApplicationScoped
public class EscalationFiguresStore {

  private static final String FIGURES =
      """
      with measured as (
        select severity, acknowledged_at, closed_at,
          opened_at >= $1 and opened_at < $2 as opened,
          coalesce(resolved_at >= $1 and resolved_at < $2, false) as resolved,
          coalesce(closed_at >= $1 and closed_at < $2, false) as closed,
          (extract(epoch from acknowledged_at - opened_at) * 1000)::bigint as to_acknowledge,
          (extract(epoch from resolved_at - opened_at) * 1000)::bigint as to_resolve
        from opening
        where opened_at >= $1 and opened_at < $2 or resolved_at >= $1 and resolved_at < $2
          or closed_at >= $1 and closed_at < $2 or closed_at is null)
      select severity, count(*) filter (where opened) as opened,
        count(acknowledged_at) filter (where opened) as acknowledged,
        count(*) filter (where resolved) as resolved, count(*) filter (where closed) as closed,
        count(*) filter (where closed_at is null) as open_now,
        percentile_disc(0.5) within group (order by to_acknowledge) filter (where opened) as ack_median,
        percentile_disc(0.95) within group (order by to_acknowledge) filter (where opened) as ack_p95,
        percentile_disc(0.5) within group (order by to_resolve) filter (where resolved) as resolve_median,
        percentile_disc(0.95) within group (order by to_resolve) filter (where resolved) as resolve_p95
      from measured
      group by grouping sets ((severity), ())
      order by grouping(severity), severity
      """;

  /** The figures of each severity, then those of all together. */
  public Uni<List<EscalationFigures>> figures(UnitOfWork unit, Window window) {
    return unit.query(FIGURES, Tuple.of(Columns.utc(window.from()), Columns.utc(window.to())))
        .map(rows -> Columns.list(rows, EscalationFiguresStore::figures));
  }

  private static EscalationFigures figures(Row row) {
    @Nullable String severity = row.getString("severity");
    return new EscalationFigures(
        severity == null ? null : Severity.valueOf(severity),
        row.getLong("opened"),
        row.getLong("acknowledged"),
        row.getLong("resolved"),
        row.getLong("closed"),
        row.getLong("open_now"),
        new Percentiles(row.getLong("ack_median"), row.getLong("ack_p95")),
        new Percentiles(row.getLong("resolve_median"), row.getLong("resolve_p95")));
  }
}
