package io.meridian.handoff.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the sender. */
@ApplicationScoped
class SenderSignal {
  private final Semaphore nudges = new Semaphore(0);

  /** There may be something to send: at once, or shortly. */
  void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Waits for a nudge, no longer than {@code patience}; true when one came. */
  boolean await(Duration patience) throws InterruptedException {
    boolean nudged = nudges.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (nudged) {
      nudges.drainPermits();
    }
    return nudged;
  }
}
