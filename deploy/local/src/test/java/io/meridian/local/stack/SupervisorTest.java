package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupervisorTest {

  @Test
  void the_first_death_is_repaired_at_once_and_further_ones_ever_later() {
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(Supervisor::pauseBefore))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }
}
