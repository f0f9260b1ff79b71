package io.meridian.handoff.handoff.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handoffs as lists show them, before one is read whole. */
@ApplicationScoped
public class CardStore {

  /** What was accepted in advance takes effect within this time of its boundary, or did. */
  private static final Duration ADVANCE = Duration.ofDays(1);

  private static final String SELECT =
      "select "
          + HandoffRows.SUBJECT
          + ", "
          + HandoffRows.COLUMNS
          + """
          , k.id as customer, k.name as customer_name,
            (select count(*)::int from handoff_query q where q.handoff_id = o.id and q.answer is null) as open_questions,
            case when o.status = 'ASSIGNED_BY_LEAD' then exists (select 1 from accountability a
              where a.escalation_id = o.escalation_id and a.handoff_id = o.id and upper_inf(a.during)) else false end as carried
          from (%s) picked join handoff o on o.id = picked.id join escalation e on e.id = o.escalation_id
          left join customer k on k.id = e.customer_id
          order by e.severity, coalesce(o.accept_by, o.lawful_accept_by), o.id limit %s
          """;

  /** Each part by its index: what somebody is or was asked, and what they hand or handed over. */
  private static final String OF_TAM =
      SELECT.formatted(
          """
          select id from handoff where to_tam = $1 and status in ('OFFERED', 'ESCALATED_TO_LEAD')
          union
          select id from handoff where to_tam = $1 and boundary >= $2
            and (status = 'ACCEPTED' and effective_from > $3 or status = 'ASSIGNED_BY_LEAD' and read_back is null)
          union
          select id from handoff where from_tam = $1 and boundary >= $2
            and status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
          union
          select id from handoff where from_tam = $1 and boundary >= $4
            and status in ('ACCEPTED', 'ASSIGNED_BY_LEAD')\
          """,
          "$5");

  private static final String UNFINISHED =
      SELECT.formatted(
          """
          select id from handoff where status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED')
            and boundary < $1\
          """,
          "$2");

  /**
   * A handoff with what only lists want.
   *
   * @param customerName null without a customer
   * @param openQuestions how many questions wait for an answer
   * @param isCarried whether whom a lead assigned still has the escalation by it
   */
  public record Card(
      HandoffWithSubject item,
      @Nullable UUID customerId,
      @Nullable String customerName,
      int openQuestions,
      boolean isCarried) {}

  /**
   * What comes to a TAM and what they hand over: unfinished, accepted and not in effect yet, owing
   * a read-back, or taken from them since {@code handedSince}. The gravest first.
   */
  public Uni<List<Card>> of(
      UnitOfWork unit, String tam, Instant now, Instant handedSince, int limit) {
    return unit.query(
            OF_TAM,
            Tuple.of(
                tam,
                Columns.utc(now.minus(ADVANCE)),
                Columns.utc(now),
                Columns.utc(handedSince),
                limit))
        .map(rows -> Columns.list(rows, CardStore::card));
  }

  /** What nobody has taken yet of all boundaries before an instant, the gravest first. */
  public Uni<List<Card>> unfinished(UnitOfWork unit, Instant before, int limit) {
    return unit.query(UNFINISHED, Tuple.of(Columns.utc(before), limit))
        .map(rows -> Columns.list(rows, CardStore::card));
  }

  private static Card card(Row row) {
    return new Card(
        HandoffRows.item(row),
        row.getUUID("customer"),
        row.getString("customer_name"),
        row.getInteger("open_questions"),
        row.getBoolean("carried"));
  }
}
