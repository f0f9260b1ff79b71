package io.meridian.handoff.duty.application.timer;

import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Plans timers, and wakes who waits for them. */
@ApplicationScoped
public class Timers {
  private final TimerStore store;
  private final Semaphore nudges = new Semaphore(0);
  private volatile Instant awaited = Instant.MAX;

  Timers(TimerStore store) {
    this.store = store;
  }

  /**
   * Adds timers in the caller's transaction; one that is planned already stays. When the
   * transaction has committed, the loop looks again if one of them comes before what it waits for.
   * The caller keeps the calendar as it is, so that no step of the engine runs meanwhile.
   */
  public Uni<Void> plan(UnitOfWork unit, Collection<Timer> timers) {
    return store
        .insert(unit, timers)
        .invoke(
            () ->
                timers.stream()
                    .map(Timer::dueAt)
                    .min(Comparator.naturalOrder())
                    .ifPresent(earliest -> unit.afterCommit(() -> nudgeBefore(earliest))));
  }

  /** Removes the timers of these kinds that are due after an instant. */
  public Uni<Void> deleteAfter(UnitOfWork unit, Instant at, Timer.Kind... kinds) {
    return store.deleteAfter(unit, at, kinds);
  }

  private void nudgeBefore(Instant earliest) {
    if (earliest.isBefore(awaited)) {
      nudge();
    }
  }

  /** Makes the loop look again. */
  void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Waits for a nudge, no longer than {@code patience}. */
  void await(Instant next, Duration patience) throws InterruptedException {
    awaited = next;
    if (nudges.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      nudges.drainPermits();
    }
  }
}
