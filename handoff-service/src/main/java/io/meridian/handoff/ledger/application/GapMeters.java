package io.meridian.handoff.ledger.application;

import io.meridian.handoff.ledger.domain.OpenGaps;
import io.meridian.handoff.ledger.store.OpenGapStore;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shows how many gaps run now, and for how long: every replica, whoever leads. */
@ApplicationScoped
class GapMeters {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OpenGapStore store;
  private final Transactions transactions;
  private final Workers workers;
  private final Semaphore wake = new Semaphore(0);
  private volatile OpenGaps open = OpenGaps.NONE;

  GapMeters(
      OpenGapStore store,
      Transactions transactions,
      Workers workers,
      Clock clock,
      MeterRegistry meters) {
    this.store = store;
    this.transactions = transactions;
    this.workers = workers;
    Gauge.builder("meridian.gaps.open", () -> open.number())
        .description("Escalations that nobody attends who should")
        .register(meters);
    Gauge.builder("meridian.gaps.oldest.age", () -> open.oldest(clock.instant()).toSeconds())
        .description("How long the oldest of them has been without anybody")
        .baseUnit("seconds")
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    workers.start("gap-meters", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    open = transactions.read(store::count).await().atMost(PATIENCE);
    if (wake.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }
}
