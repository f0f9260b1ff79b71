package io.meridian.handoff.handoff.application.evidence;

import io.meridian.handoff.handoff.domain.evidence.Evidence;
import io.meridian.handoff.handoff.domain.evidence.Hash;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore.Head;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore.NewLink;
import io.meridian.runtime.leadership.Leadership;
import io.meridian.runtime.leadership.LostLeadership;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * While this replica leads it seals what has been recorded, about once a second and in the order in
 * which it was written, so that no acceptance waits for the head of a chain.
 */
@ApplicationScoped
class Sealing {
  private static final Logger LOG = Logger.getLogger(Sealing.class);
  private static final int BATCH = 1_000;
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EvidenceStore store;
  private final Transactions transactions;
  private final Leadership leadership;
  private final Workers workers;
  private final Semaphore wake = new Semaphore(0);

  Sealing(EvidenceStore store, Transactions transactions, Leadership leadership, Workers workers) {
    this.store = store;
    this.transactions = transactions;
    this.leadership = leadership;
    this.workers = workers;
  }

  void start(@Observes StartupEvent event) {
    workers.start("evidence", this::round, wake::release, () -> {});
  }

  private void round() throws InterruptedException {
    int sealed = 0;
    if (leadership.isLeader() && isAnythingToSeal()) {
      try {
        sealed = transactions.write(this::seal).await().atMost(PATIENCE);
      } catch (LostLeadership e) {
        LOG.debug("the new leader seals");
      }
    }
    if (sealed < BATCH && wake.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private boolean isAnythingToSeal() {
    return !transactions.read(unit -> store.unsealed(unit, 1)).await().atMost(PATIENCE).isEmpty();
  }

  private Uni<Integer> seal(UnitOfWork unit) {
    return leadership
        .fence(unit)
        .chain(() -> store.head(unit))
        .chain(
            head ->
                store
                    .unsealed(unit, BATCH)
                    .map(unsealed -> links(head, unsealed))
                    .call(links -> store.seal(unit, links)))
        .map(List::size);
  }

  private static List<NewLink> links(Head head, List<Evidence> unsealed) {
    List<NewLink> links = new ArrayList<>();
    long position = head.position();
    Hash previous = head.hash();
    for (Evidence evidence : unsealed) {
      Hash hash = previous.next(CanonicalJson.of(evidence.entry()));
      links.add(new NewLink(++position, evidence.id(), previous, hash));
      previous = hash;
    }
    return links;
  }
}
