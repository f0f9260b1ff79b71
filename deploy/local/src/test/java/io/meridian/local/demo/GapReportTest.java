package io.meridian.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GapReportTest {

  @Test
  void durations_read_as_people_say_them() {
    assertThat(GapReport.words(Duration.ofMinutes(62))).isEqualTo("1 h 02 min");
    assertThat(GapReport.words(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
    assertThat(GapReport.words(Duration.ofHours(30))).isEqualTo("30 h 00 min");
  }
}
