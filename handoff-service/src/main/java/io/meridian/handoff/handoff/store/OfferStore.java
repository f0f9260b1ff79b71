package io.meridian.handoff.handoff.store;

import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Wanted;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Offers: who is asked what, and what routing wants to know of them. */
@ApplicationScoped
public class OfferStore {
  private static final String ASKED =
      """
      select id from handoff
      where to_tam = $1 and status in ('OFFERED', 'ESCALATED_TO_LEAD') and id > $2
      order by id limit $3
      """;
  private static final String ASKED_OF =
      """
      select id from handoff
      where escalation_id = $1 and to_tam = $2 and status in ('OFFERED', 'ESCALATED_TO_LEAD')
      """;
  private static final String WANTED =
      """
      select e.severity, e.tags, k.language, k.assignments ->> o.to_region as assigned
      from handoff o join escalation e on e.id = o.escalation_id
      left join customer k on k.id = e.customer_id where o.id = $1
      """;
  private static final String ASSIGNED =
      """
      select exists (
        select from handoff o join escalation e on e.id = o.escalation_id
        join customer k on k.id = e.customer_id cross join jsonb_each_text(k.assignments) a
        where o.id = $1 and a.value = $2)
      """;

  /** Handoffs somebody is asked to take, in id order after one. */
  public Uni<List<UUID>> asked(UnitOfWork unit, String tam, UUID after, int limit) {
    return unit.query(ASKED, Tuple.of(tam, after, limit))
        .map(rows -> Columns.list(rows, r -> r.getUUID(0)));
  }

  /** The handoff of an escalation that somebody is asked to take; empty when they are not. */
  public Uni<Optional<UUID>> askedOf(UnitOfWork unit, UUID escalation, String tam) {
    return unit.query(ASKED_OF, Tuple.of(escalation, tam))
        .map(rows -> Columns.list(rows, row -> row.getUUID(0)).stream().findFirst());
  }

  /** Whether somebody is assigned to the customer of a handoff's escalation, in any region. */
  public Uni<Boolean> isAssigned(UnitOfWork unit, UUID handoff, String tam) {
    return unit.query(ASSIGNED, Tuple.of(handoff, tam))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** What routing wants to know of a handoff that exists. */
  public Uni<Wanted> wanted(UnitOfWork unit, UUID handoff) {
    return unit.query(WANTED, Tuple.of(handoff))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Wanted(
                    Severity.valueOf(row.getString("severity")),
                    List.of(row.getArrayOfStrings("tags")),
                    row.getString("language"),
                    row.getString("assigned")));
  }
}
