package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.DutyLimits;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CalendarConfigTest {

  @Test
  void defaults_are_those_of_the_law() {
    CalendarConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(CalendarConfig.class)
            .build()
            .getConfigMapping(CalendarConfig.class);
    assertThat(config.limits())
        .isEqualTo(
            new DutyLimits(Duration.ofHours(11), Duration.ofHours(48), Duration.ofSeconds(5)));
    assertThat(config.alarmAhead()).isEqualTo(Duration.ofDays(14));
    assertThat(config.weeklyAhead()).isEqualTo(Duration.ofDays(90));
  }
}
