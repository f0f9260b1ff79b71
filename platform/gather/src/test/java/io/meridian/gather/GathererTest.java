package io.meridian.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GathererTest {

  private static final class Overfull extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Flights that the test lands by hand. */
  private final List<List<Waiting<Integer, Integer>>> flights = new ArrayList<>();

  private final List<UniEmitter<? super Void>> landings = new ArrayList<>();

  private Gatherer<Integer, Integer> byHand(Limits limits) {
    return new Gatherer<>(
        batch -> {
          flights.add(batch);
          return Uni.createFrom().emitter(landings::add);
        },
        limits,
        Overfull::new);
  }

  private void land(int flight) {
    flights.get(flight).forEach(waiting -> waiting.answer(2 * waiting.item()));
    landings.get(flight).complete(null);
  }

  private static List<CompletableFuture<Integer>> submit(
      Gatherer<Integer, Integer> gatherer, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> gatherer.submit(i).subscribeAsCompletionStage())
        .toList();
  }

  private List<Integer> items(int flight) {
    return flights.get(flight).stream().map(Waiting::item).toList();
  }

  @Test
  void an_item_on_an_idle_service_flies_at_once() {
    var answers = submit(byHand(new Limits(10, 2, 100)), 0, 1);

    assertThat(items(0)).containsExactly(0);
    land(0);
    assertThat(answers.getFirst()).isCompletedWithValue(0);
  }

  @Test
  void what_comes_while_all_flights_are_out_goes_together() {
    var answers = submit(byHand(new Limits(10, 2, 100)), 0, 7);

    assertThat(flights).hasSize(2);
    land(0);
    assertThat(flights).hasSize(3);
    assertThat(items(2)).containsExactly(3, 4, 5, 6);
    land(1);
    land(2);
    assertThat(answers).allMatch(CompletableFuture::isDone);
    assertThat(answers.get(6)).isCompletedWithValue(12);
  }

  @Test
  void a_second_batch_leaves_beside_the_first_once_a_quarter_of_a_full_one_waits() {
    var gatherer = byHand(new Limits(10, 2, 100));
    submit(gatherer, 0, 2);

    assertThat(flights).hasSize(1);
    submit(gatherer, 2, 3);
    assertThat(items(1)).containsExactly(1, 2);
  }

  @Test
  void no_batch_is_larger_than_its_limit() {
    submit(byHand(new Limits(3, 1, 100)), 0, 6);

    land(0);

    assertThat(items(1)).containsExactly(1, 2, 3);
  }

  @Test
  void more_than_may_wait_are_refused() {
    var answers = submit(byHand(new Limits(10, 1, 2)), 0, 4);

    assertThat(answers.get(2)).isNotDone();
    assertThatThrownBy(answers.get(3)::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(Overfull.class);
  }

  @Test
  void a_flight_that_fails_answers_its_items_and_frees_its_place() {
    var gatherer =
        new Gatherer<Integer, Integer>(
            batch -> Uni.createFrom().failure(new IllegalStateException("lost")),
            new Limits(10, 1, 10),
            Overfull::new);

    var answers = submit(gatherer, 0, 2);

    assertThat(answers).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(gatherer.waiting()).isZero();
  }

  @Test
  void under_many_threads_every_item_flies_exactly_once() {
    var flown = new ConcurrentLinkedQueue<Integer>();
    var inTheAir = new AtomicInteger();
    var most = new AtomicInteger();
    try (ExecutorService pilots = Executors.newFixedThreadPool(4);
        ExecutorService senders = Executors.newFixedThreadPool(4)) {
      var gatherer =
          new Gatherer<Integer, Integer>(
              batch ->
                  Uni.createFrom()
                      .<Void>item(
                          () -> {
                            most.accumulateAndGet(inTheAir.incrementAndGet(), Math::max);
                            batch.forEach(w -> flown.add(w.item()));
                            batch.forEach(w -> w.answer(w.item()));
                            inTheAir.decrementAndGet();
                            return null;
                          })
                      .runSubscriptionOn(pilots),
              new Limits(16, 2, 1_000_000),
              Overfull::new);
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 20_000)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                              () -> gatherer.submit(i).subscribeAsCompletionStage(), senders)
                          .thenCompose(answer -> answer))
              .toList();

      answers.forEach(CompletableFuture::join);
    }
    assertThat(flown).hasSize(20_000).doesNotHaveDuplicates();
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }
}
