package io.meridian.handoff.duty.application.timer;

import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The clockwork's parts, without threads. */
public final class SimulatedTimers {
  private SimulatedTimers() {}

  public static Timers timers(TimerStore store) {
    return new Timers(store);
  }

  /** One replica's loop, to be driven step by step. */
  public static TimerLoop loop(
      TimerStore store, Timers timers, Transactions transactions, Leadership leadership) {
    return new TimerLoop(
        store, timers, transactions, leadership, null, null, new SimpleMeterRegistry());
  }

  /** Another replica's loop, which runs until its workers are stopped. */
  public static TimerLoop another(
      TimerStore store,
      Transactions transactions,
      Leadership leadership,
      DomainClock clock,
      Workers workers,
      MeterRegistry meters) {
    return new TimerLoop(
        store, new Timers(store), transactions, leadership, clock, workers, meters);
  }

  /** What the loop does with a timer that is due. */
  public static void process(TimerLoop loop, TimerLoop.Work work, Timer timer) {
    loop.process(work, timer);
  }
}
