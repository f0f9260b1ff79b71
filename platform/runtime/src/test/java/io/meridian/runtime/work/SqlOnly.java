package io.meridian.runtime.work;

import io.vertx.mutiny.sqlclient.Pool;

/** Units of work where no Hibernate is. */
public final class SqlOnly {
  private SqlOnly() {}

  /** Units of work on this pool; none has a session. */
  public static UnitsOfWork on(Pool pool) {
    return new UnitsOfWork(pool, new LentSessions(null));
  }
}
