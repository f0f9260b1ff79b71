package io.meridian.gather;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gathers what comes in while others are being written, and writes it together. There is no timer:
 * an item on an idle service is written at once, and batches grow only as load does. A second batch
 * leaves beside the first once a quarter of a full one waits: small ones cost the database more.
 *
 * @param <I> what comes in
 * @param <O> what it is answered
 */
public final class Gatherer<I, O> {
  private final Function<List<Waiting<I, O>>, Uni<Void>> flush;
  private final int batchMax;
  private final int flightsMax;
  private final int worthAnother;
  private final int waitingMax;
  private final Supplier<? extends Throwable> overfull;
  private final ConcurrentLinkedQueue<Waiting<I, O>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger flights = new AtomicInteger();

  /**
   * @param flush writes a batch and answers each of its items; what it leaves unanswered when it
   *     fails is answered with the failure
   * @param overfull what an item fails with when too many wait
   */
  public Gatherer(
      Function<List<Waiting<I, O>>, Uni<Void>> flush,
      Limits limits,
      Supplier<? extends Throwable> overfull) {
    this.flush = flush;
    this.batchMax = limits.batchMax();
    this.flightsMax = limits.flightsMax();
    this.worthAnother = limits.batchMax() / 4;
    this.waitingMax = limits.waitingMax();
    this.overfull = overfull;
  }

  /** Hands an item in; fails when too many wait. */
  public Uni<O> submit(I item) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (waiting.incrementAndGet() > waitingMax) {
                waiting.decrementAndGet();
                emitter.fail(overfull.get());
                return;
              }
              queue.add(new Waiting<>(item, emitter));
              takeOff();
            });
  }

  /** How many items wait for a batch. */
  public int waiting() {
    return waiting.get();
  }

  private void takeOff() {
    while (!queue.isEmpty() && reserveFlight()) {
      List<Waiting<I, O>> batch = takeBatch();
      if (batch.isEmpty()) {
        flights.decrementAndGet();
      } else {
        fly(batch);
      }
    }
  }

  /** The first flight leaves with whatever is there; another beside it only if it is worth it. */
  private boolean reserveFlight() {
    int seats = waiting.get() < worthAnother ? 1 : flightsMax;
    int before = flights.getAndUpdate(n -> n < seats ? n + 1 : n);
    return before < seats;
  }

  private List<Waiting<I, O>> takeBatch() {
    List<Waiting<I, O>> batch = new ArrayList<>();
    while (batch.size() < batchMax) {
      Waiting<I, O> next = queue.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    waiting.addAndGet(-batch.size());
    return batch;
  }

  /** The one place that subscribes: nobody else waits for a flight as a whole. */
  private void fly(List<Waiting<I, O>> batch) {
    Uni.createFrom()
        .deferred(() -> flush.apply(batch))
        .subscribe()
        .with(
            ignored -> land(),
            failure -> {
              batch.forEach(one -> one.fail(failure));
              land();
            });
  }

  private void land() {
    flights.decrementAndGet();
    takeOff();
  }
}
