package io.meridian.metrics.store;

import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.metrics.domain.AcceptanceTiming;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The handoffs, as last told. */
@ApplicationScoped
public class HandoffStore {

  private static final Rows<HandoffState> ROWS =
      Rows.<HandoffState>as("told")
          .uuid("id", HandoffState::id)
          .uuid("shift_change_id", HandoffState::shiftChangeId)
          .uuid("escalation_id", HandoffState::escalationId)
          .text("severity", h -> h.severity().name())
          .text("status", h -> h.status().name())
          .text("from_region", HandoffState::fromRegion)
          .text("to_region", HandoffState::toRegion)
          .instant("boundary", HandoffState::boundary)
          .instant("offered_at", HandoffStore::firstOfferedAt)
          .instant("accept_by", HandoffState::acceptBy)
          .instant("accepted_at", h -> h.status() == HandoffStatus.ACCEPTED ? h.acceptedAt() : null)
          .text("acceptance", h -> AcceptanceTiming.of(h).map(Enum::name).orElse(null))
          .text("cancel_reason", h -> nameOrNull(h.cancelReason()))
          .number("declines", HandoffStore::declines)
          .number("lateness_ms", h -> h.lateness().toMillis())
          .number("revision", HandoffState::revision);

  private static final String UPSERT =
      "insert into handoff (%s) select * from %s on conflict (id) do update set %s"
              .formatted(
                  ROWS.names(),
                  ROWS.unnest(),
                  ROWS.excluded("id", "shift_change_id", "escalation_id"))
          + " where handoff.revision < excluded.revision";

  private static final String ESCALATED =
      "update handoff set escalated_to_lead = true where id = any($1::uuid[]) and not escalated_to_lead";

  /**
   * Takes over states, each only forward.
   *
   * @param handoffs at most one for each handoff
   */
  public Uni<Void> forward(UnitOfWork unit, Collection<HandoffState> handoffs) {
    return Chunks.each(handoffs, part -> forwardPart(unit, part));
  }

  /** Records that these handoffs, known already, went to the lead at some time. */
  public Uni<Void> markEscalated(UnitOfWork unit, Set<UUID> handoffs) {
    if (handoffs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] ids = handoffs.stream().sorted().toArray(UUID[]::new);
    return unit.query(ESCALATED, Tuple.tuple().addArrayOfUUID(ids)).replaceWithVoid();
  }

  private static Uni<?> forwardPart(UnitOfWork unit, List<HandoffState> handoffs) {
    return unit.query(UPSERT, ROWS.tuple(handoffs));
  }

  /** When the first person was asked: a state tells when the present one was. */
  private static @Nullable Instant firstOfferedAt(HandoffState handoff) {
    return handoff.attempts().stream()
        .map(HandoffAttempt::offeredAt)
        .min(Comparator.naturalOrder())
        .orElse(handoff.offeredAt());
  }

  private static long declines(HandoffState handoff) {
    return handoff.attempts().stream()
        .filter(attempt -> attempt.outcome() == HandoffAttempt.Outcome.DECLINED)
        .count();
  }

  private static @Nullable String nameOrNull(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
