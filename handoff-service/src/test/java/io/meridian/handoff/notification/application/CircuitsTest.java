package io.meridian.handoff.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A provider that fails again and again is left alone for a while. */
class CircuitsTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final Circuits circuits = new Circuits(nanos::get);

  @Test
  void after_five_failures_it_is_left_alone_and_then_one_tries() {
    IntStream.range(0, 4).forEach(i -> circuits.failed("mail"));
    assertThat(circuits.admits("mail")).isTrue();
    circuits.failed("mail");
    assertThat(circuits.admits("mail")).isFalse();
    assertThat(circuits.admits("chat.example.com")).isTrue();
    nanos.addAndGet(Duration.ofSeconds(16).toNanos());
    assertThat(circuits.admits("mail")).isTrue();
    assertThat(circuits.admits("mail")).isFalse();
    circuits.worked("mail");
    assertThat(circuits.admits("mail")).isTrue();
  }

  @Test
  void a_success_between_failures_starts_the_count_anew() {
    IntStream.range(0, 4).forEach(i -> circuits.failed("mail"));
    circuits.worked("mail");
    circuits.failed("mail");
    assertThat(circuits.admits("mail")).isTrue();
  }
}
