package io.meridian.handoff.application.handoff;

import io.meridian.handoff.domain.duty.Roster;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the ledger tells the handoffs, in the transaction of its own change and after it, with the
 * escalations' rows locked.
 */
@ApplicationScoped
public class Handoffs {

  /**
   * Escalations have become somebody's. Those whose shift change is prepared already, or whose
   * boundaries have passed, get their handoffs at once, late ones with their lateness.
   */
  public Uni<Void> onAssigned(SqlConnection tx, List<UUID> escalationIds, Roster roster) {
    return Uni.createFrom().voidItem();
  }

  /**
   * Escalations were taken over or reassigned: their unfinished handoffs, and accepted ones that
   * have not taken effect, are cancelled as moved; then as {@link #onAssigned}.
   */
  public Uni<Void> onMoved(SqlConnection tx, List<UUID> escalationIds, Roster roster) {
    return Uni.createFrom().voidItem();
  }

  /** A hold was declared: when it ends, its escalations are outgoing unless somebody took them. */
  public Uni<Void> onHeld(SqlConnection tx, List<UUID> escalationIds, Roster roster) {
    return Uni.createFrom().voidItem();
  }

  /** Escalations closed: handoffs that are unfinished or take effect later are cancelled. */
  public Uni<Void> onClosed(SqlConnection tx, Map<UUID, Instant> closedAt) {
    return Uni.createFrom().voidItem();
  }
}
