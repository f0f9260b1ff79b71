package io.meridian.handoff.handoff.store.briefing;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import io.meridian.handoff.handoff.domain.briefing.Circumstances;
import io.meridian.handoff.ledger.store.ServiceJson;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of escalations by the customers they are of, and the replica of service levels. */
@ApplicationScoped
public class CircumstancesStore {
  private static final Rows<SlaPolicyState> POLICY =
      Rows.<SlaPolicyState>as("n")
          .text("tier", policy -> policy.tier().name())
          .text("targets", policy -> ServiceJson.write(policy.targets()))
          .number("revision", SlaPolicyState::revision);
  private static final String UPSERT =
      """
      insert into sla_policy as p (%s) select * from %s
      on conflict (tier) do update set %s where p.revision < excluded.revision
      """
          .formatted(POLICY.names(), POLICY.unnest(), POLICY.excluded("tier"));
  private static final String OF =
      """
      select e.id, e.opened_at, e.severity, e.status, k.stakeholders, p.targets
      from escalation e join customer k on k.id = e.customer_id
      left join sla_policy p on p.tier = k.tier
      where e.id = any($1)
      """;

  /** Writes what is newer than the replica; one state per tier. */
  public Uni<Void> upsert(UnitOfWork unit, Collection<SlaPolicyState> policies) {
    List<SlaPolicyState> rows =
        policies.stream().sorted(Comparator.comparing(SlaPolicyState::tier)).toList();
    return unit.query(UPSERT, POLICY.tuple(rows)).replaceWithVoid();
  }

  /** The circumstances of those escalations whose customer is known. */
  public Uni<Map<UUID, Circumstances>> of(UnitOfWork unit, Collection<UUID> escalations) {
    return unit.query(OF, Tuple.of(escalations.toArray(UUID[]::new)))
        .map(
            rows -> {
              Reading reading = new Reading();
              Map<UUID, Circumstances> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getUUID("id"), reading.circumstances(row)));
              return found;
            });
  }

  /** Many escalations are of few customers and fewer tiers: each text is read once. */
  private static final class Reading {
    private final Map<String, List<Stakeholder>> stakeholders = new HashMap<>();
    private final Map<String, List<SlaTarget>> targets = new HashMap<>();

    Circumstances circumstances(Row row) {
      Severity severity = Severity.valueOf(row.getString("severity"));
      return new Circumstances(
          Columns.instant(row, "opened_at"),
          severity,
          EscalationStatus.valueOf(row.getString("status")),
          target(row.getString("targets"), severity),
          stakeholders.computeIfAbsent(row.getString("stakeholders"), ServiceJson::stakeholders));
    }

    private @Nullable SlaTarget target(@Nullable String stored, Severity severity) {
      return stored == null
          ? null
          : targets.computeIfAbsent(stored, ServiceJson::targets).stream()
              .filter(target -> target.severity() == severity)
              .findFirst()
              .orElse(null);
    }
  }
}
