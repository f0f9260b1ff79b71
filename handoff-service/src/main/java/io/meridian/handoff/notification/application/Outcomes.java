package io.meridian.handoff.notification.application;

import io.meridian.gather.Gatherer;
import io.meridian.gather.Limits;
import io.meridian.gather.Waiting;
import io.meridian.handoff.notification.store.SendingStore;
import io.meridian.handoff.notification.store.SendingStore.Receipt;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Writes down what providers have taken: a shift change tells hundreds within a second, and those
 * that come while others are being written share a commit.
 */
@ApplicationScoped
class Outcomes {
  private static final Limits LIMITS = new Limits(64, 1, 10_000);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SendingStore store;
  private final Transactions transactions;
  private final Gatherer<Receipt, Receipt> gatherer;

  Outcomes(SendingStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
    this.gatherer = new Gatherer<>(this::write, LIMITS, () -> Problem.unavailable(RETRY_AFTER));
  }

  /** Done once it is committed. */
  Uni<Void> delivered(Receipt delivered) {
    return gatherer.submit(delivered).replaceWithVoid();
  }

  private Uni<Void> write(List<Waiting<Receipt, Receipt>> batch) {
    List<Receipt> delivered = batch.stream().map(Waiting::item).toList();
    return transactions
        .write(unit -> store.delivered(unit, delivered))
        .invoke(() -> batch.forEach(one -> one.answer(one.item())));
  }
}
