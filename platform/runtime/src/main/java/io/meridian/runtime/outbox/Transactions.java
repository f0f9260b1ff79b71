package io.meridian.runtime.outbox;

import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.work.UnitsOfWork;
import io.meridian.runtime.worker.Failures;
import io.meridian.runtime.worker.Worker;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What services do with their database. Writing units run in one transaction, run again (at most
 * {@value #RETRIES_MAX} times, from the start) when they lose a race for a row, and wake the relay
 * after the commit. They may be called from any thread. Nothing happens before the subscription.
 */
@ApplicationScoped
public class Transactions {
  /** How often lost races are run again. */
  public static final int RETRIES_MAX = 3;

  private static final Duration PAUSE_MIN = Duration.ofMillis(5);
  private static final Duration PAUSE_MAX = Duration.ofMillis(50);

  private final UnitsOfWork units;
  private final Outbox outbox;

  Transactions(UnitsOfWork units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  /** Writes in one transaction; each attempt is a unit of its own. */
  public <T> Uni<T> write(Function<UnitOfWork, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              String worker = Worker.current().orElse(null);
              return units
                  .write(worker, work)
                  .runSubscriptionOn(here())
                  .onFailure(Failures::isRace)
                  .retry()
                  .withBackOff(PAUSE_MIN, PAUSE_MAX)
                  .atMost(RETRIES_MAX);
            })
        .invoke(outbox::nudge);
  }

  /** Another attempt begins where the first did: who asks, and in which trace, is known there. */
  private static Executor here() {
    Context context = Vertx.currentContext();
    return task -> {
      if (context == null || context == Vertx.currentContext()) {
        task.run();
      } else {
        context.runOnContext(ignored -> task.run());
      }
    };
  }

  /** Reads without a transaction, each statement with its own snapshot; nothing is saved. */
  public <T> Uni<T> read(Function<UnitOfWork, Uni<T>> work) {
    return units.read(work);
  }

  /** Reads so that all statements see the same moment. */
  public <T> Uni<T> snapshot(Function<UnitOfWork, Uni<T>> work) {
    return units.snapshot(work);
  }
}
