package io.meridian.handoff.store.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps a boundary and the writers of ledgers apart: whoever writes as of just before a boundary
 * commits before the boundary looks for what it affects. Held to the end of the transaction.
 */
@ApplicationScoped
public class LedgerLock {

  private static final long KEY = 0x6d65726964_6c6564L;

  /** Waits for boundaries under way. Take it before any row. */
  public Uni<Void> share(SqlConnection tx) {
    return tx.preparedQuery("select pg_advisory_xact_lock_shared($1)")
        .execute(Tuple.of(KEY))
        .replaceWithVoid();
  }

  /**
   * The same for who holds rows already, so may not wait: when a boundary is under way the lock is
   * not taken, and a clock read afterwards reads that boundary or later.
   */
  public Uni<Void> tryShare(SqlConnection tx) {
    return tx.preparedQuery("select pg_try_advisory_xact_lock_shared($1)")
        .execute(Tuple.of(KEY))
        .replaceWithVoid();
  }

  /** Waits for all writers under way and keeps others off. Take it before any row. */
  public Uni<Void> alone(SqlConnection tx) {
    return tx.preparedQuery("select pg_advisory_xact_lock($1)")
        .execute(Tuple.of(KEY))
        .replaceWithVoid();
  }
}
