package io.meridian.handoff.ledger.store;

import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.ledger.domain.HeldEscalation;
import io.meridian.handoff.ledger.domain.SpanRows;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ledgers for people. */
@ApplicationScoped
public class LedgerRowsStore {

  private static final String INTERVALS =
      """
      select tam, region, lower(during) as starts, upper(during) as ends, basis, handoff_id, reason,
             decided_by
      from accountability where escalation_id = $1 and opened_at = $2 order by lower(during)
      """;
  private static final String HOLDS =
      """
      select tam, lower(during) as starts, upper(during) as ends
      from hold where escalation_id = $1 and during && tstzrange($2, $3) order by lower(during)
      """;
  private static final String GAPS =
      """
      select lower(during) as starts, upper(during) as ends, cause, tam, from_region, to_region,
             shift_change_id, agreed, asked_tam, asked_since, revision
      from gap where escalation_id = $1 and during && tstzrange($2, $3) order by lower(during)
      """;
  private static final String RESTS =
      "select "
          + RestStore.COLUMNS
          + " from rest where escalation_id = $1 and during && tstzrange($2, $3) order by lower(during)";

  private static final String REGIMES =
      "select * from regime where escalation_id = $1 and opened_at = $2 order by since";

  private static final String EARLIER =
      """
      select opened_at, max(upper(during)) as closed_at from accountability
      where escalation_id = $1 and opened_at < $2 group by 1 order by 1
      """;
  private static final String HELD =
      """
      select e.id, e.short_id, e.title, e.severity, a.tam, a.region, lower(a.during) as starts,
             upper(a.during) as ends, a.basis, a.handoff_id, a.reason, a.decided_by
      from (select escalation_id from accountability where tam = $1 and upper_inf(during)
            union
            select escalation_id from accountability where lower(during) > $2) candidate
      join accountability a on a.escalation_id = candidate.escalation_id and a.during @> $2::timestamptz
      join escalation e on e.id = a.escalation_id
      where a.tam = $1 and e.id > $3 and e.closed_at is null
      order by e.id limit $4
      """;

  /** The spans of an escalation that ended before its present one, the first one first. */
  public Uni<List<Interval>> earlier(UnitOfWork unit, UUID escalation, Instant present) {
    return list(
        unit,
        EARLIER,
        Tuple.of(escalation, Columns.utc(present)),
        row -> new Interval(Columns.instant(row, "opened_at"), Columns.instant(row, "closed_at")));
  }

  /** Everything about one span of an escalation. */
  public Uni<SpanRows> of(
      UnitOfWork unit, UUID escalation, Instant openedAt, @Nullable Instant closedAt) {
    var opened = Columns.utc(openedAt);
    Tuple span = Tuple.of(escalation, opened, Columns.utcOrNull(closedAt));
    Tuple known = Tuple.of(escalation, opened);
    return Uni.combine()
        .all()
        .unis(
            list(unit, INTERVALS, known, SpanStore::accountability),
            list(unit, HOLDS, span, SpanStore::hold),
            list(unit, GAPS, span, row -> GapStore.gap(row).gap()),
            list(unit, RESTS, span, row -> RestStore.rest(row).rest()),
            list(unit, REGIMES, known, RegimeStore::regime))
        .with(SpanRows::new);
  }

  /** What a TAM is accountable for at an instant, by escalation id after {@code after}. */
  public Uni<List<HeldEscalation>> heldBy(
      UnitOfWork unit, String tam, Instant at, UUID after, int limit) {
    return list(unit, HELD, Tuple.of(tam, Columns.utc(at), after, limit), LedgerRowsStore::held);
  }

  private static HeldEscalation held(Row row) {
    return new HeldEscalation(
        row.getUUID("id"),
        row.getString("short_id"),
        row.getString("title"),
        Severity.valueOf(row.getString("severity")),
        SpanStore.accountability(row));
  }

  private static <T> Uni<List<T>> list(
      UnitOfWork unit, String query, Tuple values, Function<Row, T> item) {
    return unit.query(query, values)
        .map(
            rows -> {
              List<T> items = new ArrayList<>();
              rows.forEach(row -> items.add(item.apply(row)));
              return items;
            });
  }
}
