package io.meridian.metrics.store;

import io.meridian.events.EscalationState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The openings of escalations, as last told. */
@ApplicationScoped
public class OpeningStore {

  private static final String UPSERT =
      """
      insert into opening (escalation_id, opened_at, escalation, customer_id, severity, status,
        acknowledged_at, resolved_at, closed_at, revision)
      select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::text[],
        $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::bigint[]) as told(id, opened)
      order by told.id, told.opened
      on conflict (escalation_id, opened_at) do update set
        escalation = excluded.escalation, customer_id = excluded.customer_id, severity = excluded.severity,
        status = excluded.status, acknowledged_at = excluded.acknowledged_at, resolved_at = excluded.resolved_at,
        closed_at = excluded.closed_at, revision = excluded.revision
      where opening.revision < excluded.revision
      """;

  /**
   * Takes over states, each only forward.
   *
   * @param escalations at most one for each escalation and {@code openedAt}
   */
  public Uni<Void> forward(UnitOfWork unit, Collection<EscalationState> escalations) {
    return unit.query(
            UPSERT,
            Unnested.of(escalations)
                .uuid(EscalationState::id)
                .instant(EscalationState::openedAt)
                .text(EscalationState::shortId)
                .uuid(EscalationState::customerId)
                .text(e -> e.severity().name())
                .text(e -> e.status().name())
                .instant(EscalationState::acknowledgedAt)
                .instant(EscalationState::resolvedAt)
                .instant(EscalationState::closedAt)
                .number(EscalationState::revision)
                .tuple())
        .replaceWithVoid();
  }
}
