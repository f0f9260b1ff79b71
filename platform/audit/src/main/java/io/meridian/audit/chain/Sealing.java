package io.meridian.audit.chain;

import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.work.UnitsOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Seals what was written, about once a second, so that nobody who writes waits for the head of a
 * chain. One replica at a time adds to a chain, whichever comes.
 */
@ApplicationScoped
class Sealing {
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WORTH_ANOTHER = 1_000;
  private static final String ALONE =
      "select pg_try_advisory_xact_lock(hashtextextended('seal ' || $1, 0))";

  private final List<SealedChain> chains;
  private final UnitsOfWork units;
  private final Workers workers;

  Sealing(@All List<SealedChain> chains, UnitsOfWork units, Workers workers) {
    this.chains = chains;
    this.units = units;
    this.workers = workers;
  }

  void start(@Observes StartupEvent event) {
    for (SealedChain chain : chains) {
      Semaphore wake = new Semaphore(0);
      workers.start("seal-" + chain.name(), () -> round(chain, wake), wake::release, () -> {});
    }
  }

  private void round(SealedChain chain, Semaphore wake) throws InterruptedException {
    int sealed = units.write(unit -> seal(unit, chain)).await().atMost(PATIENCE);
    if (sealed < WORTH_ANOTHER && wake.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  /** Seals a part of what waits, unless somebody else is at it; how much was sealed. */
  static Uni<Integer> seal(UnitOfWork unit, SealedChain chain) {
    return unit.query(ALONE, Tuple.of(chain.name()))
        .chain(
            rows ->
                rows.iterator().next().getBoolean(0) ? chain.seal(unit) : Uni.createFrom().item(0));
  }
}
