package io.meridian.handoff.duty.application.timer;

import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.leadership.LostLeadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Processes timers while this replica leads: the earliest first, each as of its due instant, in
 * transactions that the fencing term guards, of which the last one removes the timer. What was
 * missed while nobody led is made up in order.
 */
@ApplicationScoped
public class TimerLoop {
  private static final Logger LOG = Logger.getLogger(TimerLoop.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TimerStore store;
  private final Timers timers;
  private final Transactions transactions;
  private final Leadership leadership;
  private final DomainClock clock;
  private final Workers workers;
  private final Counter refused;
  private volatile boolean stopping;

  TimerLoop(
      TimerStore store,
      Timers timers,
      Transactions transactions,
      Leadership leadership,
      DomainClock clock,
      Workers workers,
      MeterRegistry meters) {
    this.store = store;
    this.timers = timers;
    this.transactions = transactions;
    this.leadership = leadership;
    this.clock = clock;
    this.workers = workers;
    this.refused =
        Counter.builder("meridian.timers.refused")
            .description("Steps that the fence refused because the leader's term was over")
            .register(meters);
  }

  /**
   * What a timer causes: as many transactions as it takes. When one of them fails, all is begun
   * anew, so that each must be safe to repeat.
   */
  @FunctionalInterface
  public interface Work {
    /**
     * Does a part in this transaction; answers the part that comes next, empty when all is done.
     */
    Uni<Optional<Work>> run(UnitOfWork unit, Timer timer);
  }

  /** Begins to process timers whenever this replica leads, until the service stops. */
  public void start(Work work) {
    leadership.onChange(leads -> timers.nudge());
    workers.start("timers", () -> round(work), this::stop, () -> {});
  }

  /** Ends between two parts of a step; who leads next begins it anew. */
  private void stop() {
    stopping = true;
    timers.nudge();
  }

  private void round(Work work) throws InterruptedException {
    if (!leadership.isLeader()) {
      timers.await(Instant.MIN, LOOK_AGAIN);
      return;
    }
    Optional<Timer> earliest = transactions.read(store::earliest).await().atMost(PATIENCE);
    Duration wait = earliest.map(Timer::dueAt).map(clock::realDelayUntil).orElse(LOOK_AGAIN);
    if (wait.isPositive()) {
      Instant due = earliest.map(Timer::dueAt).orElse(Instant.MAX);
      timers.await(due, wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
    } else {
      earliest.ifPresent(timer -> process(work, timer));
    }
  }

  /** Does what a due timer causes, unless our term is over. */
  void process(Work work, Timer timer) {
    try {
      Optional<Work> next = Optional.of(work);
      while (next.isPresent() && !stopping) {
        next = part(next.get(), timer);
      }
      LOG.debugf("%s of %s done", timer.kind(), timer.dueAt());
    } catch (LostLeadership e) {
      refused.increment();
      LOG.infof("%s of %s is left to the new leader", timer.kind(), timer.dueAt());
    }
  }

  private Optional<Work> part(Work work, Timer timer) {
    return transactions
        .write(
            unit ->
                leadership
                    .fence(unit)
                    .chain(() -> work.run(unit, timer))
                    .call(
                        next ->
                            next.isPresent()
                                ? Uni.createFrom().voidItem()
                                : store.delete(unit, timer)))
        .await()
        .atMost(PATIENCE);
  }
}
