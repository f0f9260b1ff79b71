package io.meridian.handoff.overview.store;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.handoff.overview.domain.GapLine;
import io.meridian.handoff.overview.domain.OpenCount;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What only the board asks: what is open where, and what is not attended. */
@ApplicationScoped
public class BoardStore {

  private static final String OPEN =
      """
      select a.region, a.tam, e.severity, count(*)::int as open
      from accountability a join escalation e on e.id = a.escalation_id
      where upper_inf(a.during) and e.closed_at is null and e.status <> 'RESOLVED'
      group by 1, 2, 3 order by 1, 2, 3
      """;

  private static final String GAPS =
      """
      select g.id, g.escalation_id, e.short_id, e.title, e.severity, lower(g.during) as starts,
             upper(g.during) as ends, g.cause, g.tam, g.asked_tam, g.from_region, g.to_region, g.agreed
      from (select id from gap where upper_inf(during)
            union select id from gap where not upper_inf(during) and upper(during) > $1) seen
      join gap g on g.id = seen.id join escalation e on e.id = g.escalation_id
      where lower(g.during) < $2
      order by upper_inf(g.during) desc, e.severity, lower(g.during), g.id limit $3
      """;

  /** What is open, by who has it or has accepted it, and their region then. */
  public Uni<List<OpenCount>> open(UnitOfWork unit) {
    return unit.query(OPEN)
        .map(
            rows ->
                Columns.list(
                    rows,
                    row ->
                        new OpenCount(
                            row.getString("region"),
                            row.getString("tam"),
                            Severity.valueOf(row.getString("severity")),
                            row.getInteger("open"))));
  }

  /** The gaps that share an instant with {@code [from, to)}: open ones first, then the gravest. */
  public Uni<List<GapLine>> gaps(UnitOfWork unit, Instant from, Instant to, int limit) {
    return unit.query(GAPS, Tuple.of(Columns.utc(from), Columns.utc(to), limit))
        .map(rows -> Columns.list(rows, BoardStore::gap));
  }

  private static GapLine gap(Row row) {
    return new GapLine(
        row.getUUID("id"),
        row.getUUID("escalation_id"),
        row.getString("short_id"),
        row.getString("title"),
        Severity.valueOf(row.getString("severity")),
        Columns.instant(row, "starts"),
        Columns.instantOrNull(row, "ends"),
        GapCause.valueOf(row.getString("cause")),
        row.getString("tam"),
        row.getString("asked_tam"),
        row.getString("from_region"),
        row.getString("to_region"),
        row.getBoolean("agreed"));
  }
}
