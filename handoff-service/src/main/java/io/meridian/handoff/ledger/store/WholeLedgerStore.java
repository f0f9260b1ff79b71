package io.meridian.handoff.ledger.store;

import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.AccountabilityFact;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Recomputation.Acceptance;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads everything the ledgers say about some escalations, all their spans. */
@ApplicationScoped
public class WholeLedgerStore {

  private static final String PAGE = "select * from escalation where id > $1 order by id limit $2";

  private static final String INTERVALS =
      """
      select escalation_id, opened_at, tam, region, lower(during) as starts, upper(during) as ends,
             basis, handoff_id, reason, decided_by
      from accountability where escalation_id = any($1) order by escalation_id, lower(during)
      """;

  private static final String HOLDS =
      """
      select escalation_id, tam, lower(during) as starts, upper(during) as ends
      from hold where escalation_id = any($1) order by escalation_id, lower(during)
      """;

  private static final String GAPS =
      """
      select escalation_id, lower(during) as starts, upper(during) as ends, cause, tam, from_region,
             to_region, shift_change_id, agreed, asked_tam, asked_since, revision
      from gap where escalation_id = any($1) order by escalation_id, lower(during)
      """;

  private static final String RESTS =
      "select "
          + RestStore.COLUMNS
          + " from rest where escalation_id = any($1) order by escalation_id, lower(during)";

  private static final String ACCEPTED =
      """
      select escalation_id, id, to_tam, accepted_at, effective_from from handoff
      where escalation_id = any($1) and status in ('ACCEPTED', 'ASSIGNED_BY_LEAD') order by escalation_id, effective_from
      """;

  private static final String ASKED =
      """
      select h.escalation_id, a.tam, a."offeredAt" as since
      from handoff h cross join lateral json_to_recordset(h.attempts::json) as a (tam text, "offeredAt" timestamptz)
      where h.escalation_id = any($1)
      """;

  /** A regime, and the opening of the span it belongs to. */
  public record Served(Instant openedAt, Regime regime) {}

  /** An interval, and the opening of the span it belongs to. */
  public record Owned(Instant openedAt, Accountability interval) {}

  /** All that is stored, and all that was told, by escalation and start. */
  public record Rows(
      Map<UUID, List<Owned>> intervals,
      Map<UUID, List<Hold>> holds,
      Map<UUID, List<LedgerGap>> gaps,
      Map<UUID, List<LedgerRest>> rests,
      Map<UUID, List<Served>> regimes,
      Map<UUID, List<Acceptance>> acceptances,
      Map<UUID, List<Asked>> asked,
      Map<UUID, List<AccountabilityFact>> facts) {}

  /** The escalations after an id, in id order. */
  public Uni<List<EscalationRow>> page(UnitOfWork unit, UUID after, int limit) {
    return unit.query(PAGE, Tuple.of(after, limit))
        .map(
            rows -> {
              List<EscalationRow> page = new ArrayList<>();
              rows.forEach(row -> page.add(EscalationRow.of(row)));
              return page;
            });
  }

  /** What the ledgers say about these. */
  public Uni<Rows> of(UnitOfWork unit, List<EscalationRow> escalations) {
    UUID[] ids = escalations.stream().map(EscalationRow::id).toArray(UUID[]::new);
    return Uni.combine()
        .all()
        .unis(
            grouped(unit, INTERVALS, ids, WholeLedgerStore::owned),
            grouped(unit, HOLDS, ids, SpanStore::hold),
            grouped(unit, GAPS, ids, GapStore::gap),
            grouped(unit, RESTS, ids, RestStore::rest),
            grouped(unit, RegimeStore.OF, ids, WholeLedgerStore::served),
            grouped(unit, ACCEPTED, ids, WholeLedgerStore::acceptance),
            grouped(unit, ASKED, ids, WholeLedgerStore::asked),
            grouped(unit, HistoryStore.OF, ids, HistoryStore::fact))
        .with(Rows::new);
  }

  private static <T> Uni<Map<UUID, List<T>>> grouped(
      UnitOfWork unit, String query, UUID[] ids, Function<Row, T> item) {
    return unit.query(query, Tuple.of(ids))
        .map(rows -> Columns.grouped(rows, "escalation_id", item));
  }

  private static Served served(Row row) {
    return new Served(instant(row, "opened_at"), RegimeStore.regime(row));
  }

  private static Owned owned(Row row) {
    return new Owned(instant(row, "opened_at"), SpanStore.accountability(row));
  }

  private static Asked asked(Row row) {
    return new Asked(row.getString("tam"), instant(row, "since"));
  }

  private static Acceptance acceptance(Row row) {
    return new Acceptance(
        row.getUUID("id"),
        row.getString("to_tam"),
        instant(row, "accepted_at"),
        instant(row, "effective_from"));
  }

  private static Instant instant(Row row, String column) {
    return Columns.instant(row, column);
  }
}
