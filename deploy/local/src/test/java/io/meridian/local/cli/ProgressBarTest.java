package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {

  @Test
  void half_done_fills_half_the_bar_and_tells_rate_and_rest() {
    assertThat(ProgressBar.line(500, 1000, 10))
        .isEqualTo("  [###############...............]  50 %  500 of 1,000  50/s  10 s left");
  }

  @Test
  void nothing_done_has_no_rate_and_no_rest() {
    assertThat(ProgressBar.line(0, 1000, 0)).contains("  0 %").contains("0/s  0 s left");
  }
}
