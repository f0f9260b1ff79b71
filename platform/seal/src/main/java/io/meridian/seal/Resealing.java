package io.meridian.seal;

import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.worker.Workers;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * After a start, and hourly, since another replica may have sealed under the key before meanwhile:
 * whatever is not sealed under the present key is.
 */
@ApplicationScoped
class Resealing {
  private static final Logger LOG = Logger.getLogger(Resealing.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Instance<SecretSeal> seal;
  private final List<SealedSecrets> stores;
  private final Transactions transactions;
  private final Workers workers;
  private final Semaphore wake = new Semaphore(0);

  Resealing(
      Instance<SecretSeal> seal,
      @All List<SealedSecrets> stores,
      Transactions transactions,
      Workers workers) {
    this.seal = seal;
    this.stores = stores;
    this.transactions = transactions;
    this.workers = workers;
  }

  /** Where secrets are kept; fails where a key is missing that must be there. */
  void start(@Observes StartupEvent event) {
    if (!stores.isEmpty() && !seal.get().keyName().equals(SecretSeal.NO_KEY)) {
      workers.start("resealing", this::round, wake::release, () -> {});
    }
  }

  private void round() throws InterruptedException {
    for (SealedSecrets store : stores) {
      int count;
      while ((count = transactions.write(store::reseal).await().atMost(PATIENCE)) > 0) {
        LOG.infof("%d more are sealed under the key %s", count, seal.get().keyName());
      }
    }
    if (wake.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }
}
