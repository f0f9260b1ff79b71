package io.meridian.handoff;

import static io.meridian.testkit.Patience.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import java.time.Duration;

/** The tables of a service that is at work while a test begins afresh. */
public final class Tables {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DEADLOCK = "40P01";

  private Tables() {}

  /** Empties tables. The service may hold them just then and make this one give way: again. */
  public static void empty(Pool pool, String tables) {
    patiently(pool, "truncate " + tables);
  }

  /** Runs a statement that locks whole tables, again whenever it has to give way. */
  public static void patiently(Pool pool, String statement) {
    await().atMost(PATIENCE).until(() -> done(pool, statement));
  }

  private static boolean done(Pool pool, String statement) {
    try {
      pool.query(statement).execute().await().atMost(PATIENCE);
      return true;
    } catch (PgException e) {
      if (DEADLOCK.equals(e.getSqlState())) {
        return false;
      }
      throw e;
    }
  }
}
