package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.notification.domain.Progress.Next;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Retry, fall through, give up. */
class ProgressTest {
  private static final Instant CREATED = Instant.parse("2026-03-09T14:30:00Z");
  private static final Instant NOW = CREATED.plusSeconds(10);

  @Test
  void what_may_pass_is_tried_again_ever_later() {
    assertThat(new Progress(CREATED, 0, 1).afterFailure(false, null, Duration.ZERO, NOW))
        .isEqualTo(new Next.Retry(NOW.plusSeconds(2)));
    assertThat(new Progress(CREATED, 0, 3).afterFailure(false, null, Duration.ZERO, NOW))
        .isEqualTo(new Next.Retry(NOW.plusSeconds(18)));
  }

  @Test
  void a_dead_channel_falls_through_to_the_next_after_its_delay() {
    Progress tired = new Progress(CREATED, 0, Progress.TRIES_MAX);
    assertThat(tired.afterFailure(false, null, Duration.ofMinutes(2), NOW))
        .isEqualTo(new Next.NextChannel(1, CREATED.plusSeconds(120)));
    assertThat(tired.afterFailure(false, null, Duration.ofSeconds(5), NOW))
        .isEqualTo(new Next.NextChannel(1, NOW));
  }

  @Test
  void who_refuses_is_not_asked_twice() {
    Progress first = new Progress(CREATED, 0, 1);
    assertThat(first.afterFailure(true, null, Duration.ZERO, NOW))
        .isEqualTo(new Next.NextChannel(1, NOW));
    assertThat(first.afterFailure(true, null, null, NOW)).isEqualTo(new Next.Abandonment());
  }

  @Test
  void the_last_channel_is_tried_for_about_half_an_hour() {
    Instant now = CREATED;
    int tries = 1;
    while (new Progress(CREATED, 2, tries).afterFailure(false, null, null, now)
        instanceof Next.Retry again) {
      now = again.at();
      tries++;
    }
    assertThat(tries).isEqualTo(Progress.TRIES_ON_LAST_MAX);
    assertThat(Duration.between(CREATED, now))
        .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(40));
  }

  @Test
  void who_asks_for_time_gets_it_unless_another_channel_is_there_sooner() {
    Duration hour = Duration.ofHours(1);
    Progress first = new Progress(CREATED, 0, 1);
    assertThat(first.afterFailure(false, hour, null, NOW))
        .isEqualTo(new Next.Retry(NOW.plus(hour)));
    assertThat(first.afterFailure(false, Duration.ofSeconds(40), Duration.ZERO, NOW))
        .isEqualTo(new Next.Retry(NOW.plusSeconds(40)));
    assertThat(first.afterFailure(false, hour, Duration.ZERO, NOW))
        .isEqualTo(new Next.NextChannel(1, NOW));
    assertThat(first.afterFailure(false, Duration.ZERO, null, NOW))
        .as("not sooner than we would")
        .isEqualTo(new Next.Retry(NOW.plusSeconds(2)));
  }
}
