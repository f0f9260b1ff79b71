package io.meridian.handoff;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The tables of a service that is at work while a test reads and writes them. PostgreSQL may make
 * either of two that wait for each other give way; a statement of a test that had to is run again.
 */
public final class Tables {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DEADLOCK = "40P01";

  /** PostgreSQL looks for a deadlock after a second of waiting: a minute, then. */
  private static final int ATTEMPTS = 60;

  private Tables() {}

  /** Empties tables. */
  public static void empty(Pool pool, String tables) {
    run(pool, "truncate " + tables);
  }

  /** Runs one or more statements without values. */
  public static RowSet<Row> run(Pool pool, String statements) {
    return patiently(() -> pool.query(statements).execute().await().atMost(PATIENCE));
  }

  /** Runs a statement with its values, {@code $1} first. */
  public static RowSet<Row> run(Pool pool, String statement, Object... values) {
    return patiently(
        () -> pool.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(PATIENCE));
  }

  private static RowSet<Row> patiently(Supplier<RowSet<Row>> statement) {
    for (int attempt = 1; ; attempt++) {
      try {
        return statement.get();
      } catch (PgException e) {
        if (!DEADLOCK.equals(e.getSqlState()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
