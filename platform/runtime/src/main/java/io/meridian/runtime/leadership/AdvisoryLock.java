package io.meridian.runtime.leadership;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A named lock that one session of the database holds at a time, on a connection of its own: held
 * as long as that session lives. A holder that sends nothing for {@value #LEASE_SECONDS} s (its
 * process is stopped, its host gone) is disconnected by the next who asks. For worker threads: it
 * blocks.
 */
public final class AdvisoryLock implements LeaderLock {

  /** Leadership by a lock in the service's own database: needs nothing that is not there anyway. */
  @Singleton
  public static final class OfTheService implements Way {
    /** What {@code meridian.leadership.by} is where nobody says otherwise. */
    static final String BY = "advisory-lock";

    private final Pool pool;

    public OfTheService(Pool pool) {
      this.pool = pool;
    }

    @Override
    public String by() {
      return BY;
    }

    @Override
    public LeaderLock lock(String service, String instance, Runnable onLoss) {
      return new AdvisoryLock(pool, "leader:" + service, onLoss);
    }
  }

  /** Real seconds of silence after which a holder counts as gone. */
  public static final int LEASE_SECONDS = 5;

  private static final Logger LOG = Logger.getLogger(AdvisoryLock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String TRY =
      "select pg_try_advisory_lock(hashtextextended('meridian:' || $1, 0))";
  private static final String DISCONNECT_SILENT =
      """
      select pg_terminate_backend(l.pid)
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and l.granted and l.objsubid = 1
         and l.database = (select oid from pg_database where datname = current_database())
         and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('meridian:' || $1, 0)
         and (a.state <> 'active' or a.wait_event_type = 'Client')
         and clock_timestamp() - a.state_change > make_interval(secs => $2)
      """;
  private static final String RELEASE = "reset all; unlisten *; select pg_advisory_unlock_all()";

  private final Pool pool;
  private final String name;
  private final Runnable onLoss;
  private volatile @Nullable SqlConnection connection;

  /**
   * @param onLoss called from any thread when the session ends unasked
   */
  public AdvisoryLock(Pool pool, String name, Runnable onLoss) {
    this.pool = pool;
    this.name = name;
    this.onLoss = onLoss;
  }

  @Override
  public @Nullable SqlConnection session() {
    return connection;
  }

  @Override
  public boolean isHeld() {
    return connection != null;
  }

  @Override
  public boolean acquire() {
    if (connection != null) {
      return true;
    }
    SqlConnection session = await(pool.getConnection());
    boolean held = false;
    try {
      held =
          await(session.preparedQuery(TRY).execute(Tuple.of(name))).iterator().next().getBoolean(0);
      if (held) {
        session.closeHandler(() -> lost(session));
        connection = session;
      } else {
        disconnectSilentHolder(session);
      }
      return held;
    } finally {
      if (!held) {
        session.closeAndForget();
      }
    }
  }

  /** Fails when the session is dead. */
  @Override
  public void beat() {
    SqlConnection session = connection;
    if (session != null) {
      await(session.query("select 1").execute());
    }
  }

  /** Leaves the lock as it is: no other session can hold it while this one lives. */
  @Override
  public void overtaken() {}

  @Override
  public void release() {
    SqlConnection session = connection;
    connection = null;
    if (session == null) {
      return;
    }
    try {
      session.closeHandler(() -> {});
      await(session.query(RELEASE).execute());
    } catch (RuntimeException e) {
      LOG.debugf("release of %s: %s", name, e);
    } finally {
      session.closeAndForget();
    }
  }

  private void disconnectSilentHolder(SqlConnection session) {
    int gone =
        await(
                session
                    .preparedQuery(DISCONNECT_SILENT)
                    .execute(Tuple.of(name, (double) LEASE_SECONDS)))
            .size();
    if (gone > 0) {
      LOG.warnf("the holder of lock %s was silent for %d s; disconnected it", name, LEASE_SECONDS);
    }
  }

  private void lost(SqlConnection session) {
    if (connection == session) {
      connection = null;
      onLoss.run();
    }
  }

  private static <T> T await(Uni<T> step) {
    return step.await().atMost(PATIENCE);
  }
}
