package io.meridian.handoff.ledger.store;

import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Keeps a boundary and the writers of ledgers apart: whoever writes as of just before a boundary
 * commits before the boundary looks for what it affects. Held to the end of the transaction. Each
 * way to take it answers the instant up to which all boundaries are settled, so that what ended
 * before is final; {@link Instant#EPOCH} when none ever was.
 */
@ApplicationScoped
public class LedgerLock {

  private static final long KEY = 0x6d65726964_6c6564L;
  private static final String SHARE = "select pg_advisory_xact_lock_shared($1)";
  private static final String TRY_SHARE = "select pg_try_advisory_xact_lock_shared($1)";
  private static final String ALONE = "select pg_advisory_xact_lock($1)";
  private static final String SETTLED = "select at from ledger_settled";
  private static final String SETTLE =
      """
      insert into ledger_settled as s (at) values ($1)
      on conflict (is_only) do update set at = greatest(s.at, excluded.at)
      """;

  /** Waits for boundaries under way. Take it before any row. */
  public Uni<Instant> share(UnitOfWork unit) {
    return take(unit, SHARE);
  }

  /**
   * The same for who holds rows already, so may not wait: when a boundary is under way the lock is
   * not taken, and a clock read afterwards reads that boundary or later.
   */
  public Uni<Instant> tryShare(UnitOfWork unit) {
    return take(unit, TRY_SHARE);
  }

  /** Waits for all writers under way and keeps others off. Take it before any row. */
  public Uni<Instant> alone(UnitOfWork unit) {
    return take(unit, ALONE);
  }

  /** All boundaries up to this one are settled. */
  public Uni<Void> settled(UnitOfWork unit, Instant boundary) {
    return unit.query(SETTLE, Tuple.of(Columns.utc(boundary))).replaceWithVoid();
  }

  /** The lock first: what others committed while we waited must be seen. */
  private static Uni<Instant> take(UnitOfWork unit, String lock) {
    return unit.query(lock, Tuple.of(KEY))
        .chain(() -> unit.query(SETTLED))
        .map(
            rows -> {
              OffsetDateTime at =
                  rows.size() == 0 ? null : rows.iterator().next().getOffsetDateTime(0);
              return at == null ? Instant.EPOCH : at.toInstant();
            });
  }
}
