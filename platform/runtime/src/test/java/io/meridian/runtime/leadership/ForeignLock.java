package io.meridian.runtime.leadership;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A lock that is kept outside the database, by the test. */
final class ForeignLock implements LeaderLock.Way, LeaderLock {
  final AtomicInteger asked = new AtomicInteger();
  final AtomicInteger released = new AtomicInteger();
  volatile boolean free;
  volatile Acquisition onAcquire = () -> {};
  private volatile boolean held;

  /** What happens elsewhere when the lock has just been acquired. */
  @FunctionalInterface
  interface Acquisition {
    void happen() throws SQLException;
  }

  @Override
  public String by() {
    return "foreign-lock";
  }

  @Override
  public LeaderLock lock(String service, String instance, Runnable onLoss) {
    return this;
  }

  @Override
  public boolean acquire() {
    asked.incrementAndGet();
    if (free && !held) {
      try {
        onAcquire.happen();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    held = free;
    return held;
  }

  @Override
  public boolean isHeld() {
    return held;
  }

  @Override
  public void beat() {}

  @Override
  public void release() {
    held = false;
    released.incrementAndGet();
  }

  @Override
  public SqlConnection session() {
    return null;
  }

  @Override
  public void overtaken() {
    held = false;
  }
}
