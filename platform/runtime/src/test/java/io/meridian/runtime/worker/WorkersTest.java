package io.meridian.runtime.worker;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Workers workers = new Workers();
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void a_round_that_fails_is_run_again() throws Exception {
    workers.start("failing", () -> failTwice(), () -> {}, () -> {});

    await().untilAsserted(() -> assertThat(rounds.get()).isGreaterThan(3));
    workers.stopAll();
  }

  @Test
  void stopping_wakes_the_round_and_cleans_up_after_it() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    Semaphore wake = new Semaphore(0);
    CountDownLatch began = new CountDownLatch(1);
    workers.start(
        "waiting",
        () -> {
          began.countDown();
          wake.acquire();
          said.add("round");
        },
        wake::release,
        () -> said.add("end"));
    began.await();
    workers.stopAll();

    assertThat(said).containsExactly("round", "end");
  }

  @Test
  void a_round_that_does_not_end_is_interrupted_and_cleaned_up_after() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<Boolean> interruptedAtEnd = new CopyOnWriteArrayList<>();
    workers.start(
        "stuck",
        never::await,
        () -> {},
        () -> interruptedAtEnd.add(Thread.currentThread().isInterrupted()));
    workers.stopAll();

    assertThat(interruptedAtEnd).containsExactly(false);
  }

  @Test
  void the_service_is_ready_while_all_workers_run() throws Exception {
    Semaphore wake = new Semaphore(0);
    workers.start("one", wake::acquire, wake::release, () -> {});
    assertThat(workers.call().getStatus()).isEqualTo(Status.UP);

    workers.start(
        "dying",
        () -> {
          throw new AssertionError("an error ends a worker");
        },
        () -> {},
        () -> {});
    await()
        .dontCatchUncaughtExceptions() // the worker dies of one, now or just before
        .untilAsserted(() -> assertThat(workers.call().getStatus()).isEqualTo(Status.DOWN));
    assertThat(workers.call().getData().orElseThrow())
        .containsEntry("one", true)
        .containsEntry("dying", false);
    workers.stopAll();
  }

  private void failTwice() throws InterruptedException {
    if (rounds.incrementAndGet() <= 2) {
      throw new IllegalStateException("not yet");
    }
    Thread.sleep(1);
  }
}
