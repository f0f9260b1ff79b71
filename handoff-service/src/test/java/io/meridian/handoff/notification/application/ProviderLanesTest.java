package io.meridian.handoff.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.handoff.notification.application.channel.SendFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderLanesTest {
  private final ProviderLanes lanes = new ProviderLanes(2);

  @Test
  void a_provider_gets_as_many_calls_at_once_as_it_has_lines() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        callers.submit(
            () -> {
              lanes.call(
                  "mail",
                  () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                    made.incrementAndGet();
                  });
              return null;
            });
      }
    }
    assertThat(made).hasValue(50);
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_slow_provider_holds_up_no_other() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        callers.submit(
            () -> {
              lanes.call("slow", () -> assertThat(awaited(answer)).isTrue());
              return null;
            });
      }
      Future<Boolean> other =
          callers.submit(
              () -> {
                lanes.call("quick", () -> {});
                return true;
              });
      assertThat(other.get(60, TimeUnit.SECONDS)).isTrue();
      answer.countDown();
    }
  }

  @Test
  void a_call_that_fails_leaves_its_line_free() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  lanes.call(
                      "mail",
                      () -> {
                        throw SendFailure.passing("no answer");
                      }))
          .isInstanceOf(SendFailure.class);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
