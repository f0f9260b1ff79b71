package io.meridian.handoff.application.ledger;

import io.meridian.handoff.domain.duty.Roster;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The temporal ledgers, written in the caller's transaction: who is accountable, and the gaps. */
@ApplicationScoped
public class Ledger {

  /**
   * Passes accountability, one order per escalation, and brings their gaps up to date. Orders for
   * escalations that have closed change nothing. The caller has locked the escalations' rows.
   */
  public Uni<Void> transfer(SqlConnection tx, List<Transfer> transfers) {
    return Uni.createFrom().voidItem();
  }

  /**
   * Brings the gap ledger to an instant at which the roster or a hold changes: opens, closes and
   * splits what changes then, for all escalations at once. Call it before locking any row in the
   * transaction (it waits for ledger writers under way), in the order of the instants; a second
   * call changes nothing.
   *
   * @param roster from before the oldest unfinished accountability to at least the next shift
   */
  public Uni<Void> settle(SqlConnection tx, Instant boundary, Roster roster) {
    return Uni.createFrom().voidItem();
  }
}
