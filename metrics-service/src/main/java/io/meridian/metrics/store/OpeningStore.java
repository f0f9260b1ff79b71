package io.meridian.metrics.store;

import io.meridian.events.EscalationState;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The openings of escalations, as last told. */
@ApplicationScoped
public class OpeningStore {

  private static final Rows<EscalationState> ROWS =
      Rows.<EscalationState>as("told")
          .uuid("escalation_id", EscalationState::id)
          .instant("opened_at", EscalationState::openedAt)
          .text("escalation", EscalationState::shortId)
          .uuid("customer_id", EscalationState::customerId)
          .text("severity", e -> e.severity().name())
          .text("status", e -> e.status().name())
          .text("service_hours", e -> e.hours().name())
          .instant("acknowledged_at", EscalationState::acknowledgedAt)
          .instant("resolved_at", EscalationState::resolvedAt)
          .instant("closed_at", EscalationState::closedAt)
          .number("revision", EscalationState::revision);

  private static final String UPSERT =
      """
      insert into opening (%s) select * from %s order by told.escalation_id, told.opened_at
      on conflict (escalation_id, opened_at) do update set %s
      where opening.revision < excluded.revision
      """
          .formatted(ROWS.names(), ROWS.unnest(), ROWS.excluded("escalation_id", "opened_at"));

  /**
   * Takes over states, each only forward.
   *
   * @param escalations at most one for each escalation and {@code openedAt}
   */
  public Uni<Void> forward(UnitOfWork unit, Collection<EscalationState> escalations) {
    return unit.query(UPSERT, ROWS.tuple(escalations)).replaceWithVoid();
  }
}
