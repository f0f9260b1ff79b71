package io.meridian.metrics.store;

import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.metrics.domain.AcceptanceTiming;
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

  private static final String UPSERT =
      """
      insert into handoff (id, shift_change_id, escalation_id, severity, status, from_region, to_region, boundary,
        offered_at, accept_by, accepted_at, acceptance, cancel_reason, declines, lateness_ms, revision)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[],
        $14::bigint[], $15::bigint[], $16::bigint[]) as told
      on conflict (id) do update set
        severity = excluded.severity, status = excluded.status, from_region = excluded.from_region,
        to_region = excluded.to_region, boundary = excluded.boundary, offered_at = excluded.offered_at,
        accept_by = excluded.accept_by, accepted_at = excluded.accepted_at, acceptance = excluded.acceptance,
        cancel_reason = excluded.cancel_reason, declines = excluded.declines, lateness_ms = excluded.lateness_ms,
        revision = excluded.revision
      where handoff.revision < excluded.revision
      """;

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
    return unit.query(
        UPSERT,
        Unnested.of(handoffs)
            .uuid(HandoffState::id)
            .uuid(HandoffState::shiftChangeId)
            .uuid(HandoffState::escalationId)
            .text(h -> h.severity().name())
            .text(h -> h.status().name())
            .text(HandoffState::fromRegion)
            .text(HandoffState::toRegion)
            .instant(HandoffState::boundary)
            .instant(HandoffStore::firstOfferedAt)
            .instant(HandoffState::acceptBy)
            .instant(h -> h.status() == HandoffStatus.ACCEPTED ? h.acceptedAt() : null)
            .text(h -> AcceptanceTiming.of(h).map(Enum::name).orElse(null))
            .text(h -> nameOrNull(h.cancelReason()))
            .number(HandoffStore::declines)
            .number(h -> h.lateness().toMillis())
            .number(HandoffState::revision)
            .tuple());
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
