package io.meridian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {

  private final MovableClock clock = new MovableClock();

  @Test
  void it_stands_still_where_it_was_set() {
    clock.set(Instant.parse("2026-03-08T06:59:00Z"));

    assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-08T06:59:00Z");
  }

  @Test
  void it_moves_by_exactly_the_step() {
    clock.set(Instant.parse("2026-03-08T06:59:00Z"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(clock.instant()).isEqualTo("2026-03-08T07:00:00Z");
  }

  @Test
  void it_runs_again_when_told() {
    clock.set(Instant.EPOCH);
    clock.run();

    assertThat(clock.instant()).isAfter(Instant.EPOCH.plus(Duration.ofDays(365)));
  }
}
