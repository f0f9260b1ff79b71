package io.meridian.audit.retention;

import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Forgets what is over its time, once an hour and when the clock was set back, in steps until
 * nothing is left. One replica at a time does a step.
 */
@ApplicationScoped
class Forgetting {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ALONE =
      "select pg_try_advisory_xact_lock(hashtextextended('retention', 0))";

  private final List<Retention> kept;
  private final Transactions transactions;
  private final Workers workers;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private Instant done = Instant.EPOCH;

  Forgetting(@All List<Retention> kept, Transactions transactions, Workers workers, Clock clock) {
    this.kept = kept;
    this.transactions = transactions;
    this.workers = workers;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    workers.start("retention", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(done) || done.plus(EVERY).isBefore(now)) {
      if (forgotten(now) > 0) {
        return;
      }
      done = now;
    }
    if (wake.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** A step of each. */
  private long forgotten(Instant now) {
    long gone = 0;
    for (Retention each : kept) {
      gone += transactions.write(unit -> step(unit, each, now)).await().atMost(PATIENCE);
    }
    return gone;
  }

  private static Uni<Long> step(UnitOfWork unit, Retention each, Instant now) {
    return unit.query(ALONE)
        .chain(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? each.forget(unit, now)
                    : Uni.createFrom().item(0L));
  }
}
