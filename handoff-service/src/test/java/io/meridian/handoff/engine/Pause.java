package io.meridian.handoff.engine;

import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.LeaderLock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * A replica's process that is stopped for a while, as by SIGSTOP: its timers after they saw that it
 * leads and what is due, and before they write; and whoever renews its lock.
 */
final class Pause {
  private static final CountDownLatch OPEN = new CountDownLatch(0);

  private volatile CountDownLatch timers = OPEN;
  private volatile CountDownLatch renewals = OPEN;
  private final CountDownLatch caught = new CountDownLatch(1);

  /** From the next moment at which something is due. */
  void begin() {
    timers = new CountDownLatch(1);
  }

  /** Waits until the timers stand still, and stops the rest. */
  void complete() throws InterruptedException {
    caught.await();
    renewals = new CountDownLatch(1);
  }

  void end() {
    timers.countDown();
    renewals.countDown();
  }

  DomainClock over(DomainClock clock) {
    return new DomainClock() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public Duration realDelayUntil(Instant due) {
        Duration delay = clock.realDelayUntil(due);
        if (delay.isZero() && timers.getCount() > 0) {
          caught.countDown();
          pass(timers);
        }
        return delay;
      }
    };
  }

  LeaderLock.Way over(LeaderLock.Way way) {
    return new LeaderLock.Way() {
      @Override
      public String by() {
        return way.by();
      }

      @Override
      public LeaderLock lock(String service, String instance, Runnable onLoss) {
        return new Stopping(way.lock(service, instance, onLoss));
      }
    };
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Stopping implements LeaderLock {
    private final LeaderLock lock;

    private Stopping(LeaderLock lock) {
      this.lock = lock;
    }

    @Override
    public boolean acquire() {
      pass(renewals);
      return lock.acquire();
    }

    @Override
    public boolean isHeld() {
      return lock.isHeld();
    }

    @Override
    public void beat() {
      pass(renewals);
      lock.beat();
    }

    @Override
    public void release() {
      lock.release();
    }

    @Override
    public SqlConnection session() {
      return lock.session();
    }

    @Override
    public void overtaken() {
      lock.overtaken();
    }
  }
}
