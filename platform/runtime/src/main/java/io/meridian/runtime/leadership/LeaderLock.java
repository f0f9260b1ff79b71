package io.meridian.runtime.leadership;

import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jspecify.annotations.Nullable;

/**
 * What replicas agree by on who leads. Holding it is a hint only, which may be wrong for a moment:
 * the term in the database is the truth. All but {@link #isHeld} are for one worker thread: they
 * block.
 */
public interface LeaderLock {

  /** One of the ways to agree on who leads; {@code meridian.leadership.by} chooses among them. */
  interface Way {
    /** What it is called in {@code meridian.leadership.by}. */
    String by();

    /**
     * The lock of one replica. Nobody is asked before it is tried for the first time.
     *
     * @param service who is led: one replica of it at a time
     * @param instance what this replica is called
     * @param onLoss called from any thread when the lock is lost and this replica hears of it by
     *     itself
     */
    LeaderLock lock(String service, String instance, Runnable onLoss);
  }

  /** Tries once; true when the lock is held afterwards. Fails when whoever keeps it is away. */
  boolean acquire();

  /** True while the lock is held, as far as this replica can know without asking anybody. */
  boolean isHeld();

  /** Shows that this holder is alive; at least once a second or so. */
  void beat();

  /** Gives the lock back; never fails. */
  void release();

  /**
   * The session of the database that is the lock, so that a term begun on it cannot begin after its
   * end. Null where the lock is kept elsewhere, or is not held.
   */
  @Nullable SqlConnection session();

  /**
   * The holder's term is not the current one, although nothing else has said yet that the lock is
   * lost. Called from any thread; must not block.
   */
  void overtaken();
}
