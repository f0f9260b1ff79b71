package io.meridian.handoff.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  /** Nobody of these has a channel or an e-mail address. */
  private static final RosterRules RULES =
      RosterRules.of(
          new Calendars().region("R", "UTC").staffed("R", "08:00", "14:00", "tam-a").build());

  @Test
  void whoever_is_on_duty_now_or_within_a_day_is_named_with_each_shift() {
    assertThat(Readiness.unreachable(RULES, NOON))
        .extracting(one -> one.tam().id() + " " + one.shift().start())
        .containsExactly("tam-a 2026-06-01T08:00:00Z", "tam-a 2026-06-02T08:00:00Z");
  }

  @Test
  void what_begins_later_is_not_named_yet() {
    Instant after = Instant.parse("2026-06-01T14:00:00Z");
    assertThat(Readiness.unreachable(RULES, after))
        .extracting(one -> one.shift().start())
        .containsExactly(Instant.parse("2026-06-02T08:00:00Z"));
  }

  @Test
  void the_same_shift_is_the_same_fact_whenever_it_is_noticed() {
    assertThat(Readiness.unreachable(RULES, NOON).getLast().id())
        .isEqualTo(Readiness.unreachable(RULES, NOON.plusSeconds(3600)).getLast().id())
        .isNotEqualTo(Readiness.unreachable(RULES, NOON).getFirst().id());
  }
}
