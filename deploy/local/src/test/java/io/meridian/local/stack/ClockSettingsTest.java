package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockSettingsTest {

  private final Instant origin = Instant.parse("2026-11-23T03:00:00Z");
  private final Instant start = Instant.parse("2026-03-07T22:00:00Z");
  private final ClockSettings clock = new ClockSettings(start, origin, 480);

  @Test
  void at_the_origin_it_reads_the_start() {
    assertThat(clock.at(origin)).isEqualTo(start);
  }

  @Test
  void a_second_later_it_reads_eight_minutes_more() {
    assertThat(clock.at(origin.plusSeconds(1))).isEqualTo("2026-03-07T22:08:00Z");
  }

  @Test
  void before_the_origin_it_reads_an_earlier_time() {
    assertThat(clock.at(origin.minusSeconds(1))).isEqualTo("2026-03-07T21:52:00Z");
  }

  @Test
  void the_services_get_the_same_settings() {
    assertThat(clock.properties())
        .containsEntry("meridian.clock.start", "2026-03-07T22:00:00Z")
        .containsEntry("meridian.clock.origin", "2026-11-23T03:00:00Z")
        .containsEntry("meridian.clock.speed", "480.0");
  }
}
