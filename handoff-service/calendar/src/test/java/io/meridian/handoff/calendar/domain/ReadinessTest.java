package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  /** Nobody of these has a channel or an e-mail address. */
  private static final RosterRules RULES =
      RosterRules.of(
          new Calendars().region("R", "UTC").staffed("R", "08:00", "14:00", "tam-a").build());

  @Test
  void whoever_is_on_duty_now_or_within_a_day_is_named_with_each_shift() {
    assertThat(at(NOON).unreachable(RULES))
        .extracting(one -> one.tam().id() + " " + one.shift().start())
        .containsExactly("tam-a 2026-06-01T08:00:00Z", "tam-a 2026-06-02T08:00:00Z");
  }

  @Test
  void what_begins_later_is_not_named_yet() {
    Instant after = Instant.parse("2026-06-01T14:00:00Z");
    assertThat(at(after).unreachable(RULES))
        .extracting(one -> one.shift().start())
        .containsExactly(Instant.parse("2026-06-02T08:00:00Z"));
  }

  @Test
  void the_same_shift_is_the_same_fact_whenever_it_is_noticed() {
    assertThat(at(NOON).unreachable(RULES).getLast().id())
        .isEqualTo(at(NOON.plusSeconds(3600)).unreachable(RULES).getLast().id())
        .isNotEqualTo(at(NOON).unreachable(RULES).getFirst().id());
  }

  @Test
  void who_has_channels_that_are_all_dead_is_not_reachable_and_one_that_works_is_enough() {
    ContactChannel chat = channel(ContactChannel.Kind.SLACK, "https://chat.example/a");
    ContactChannel hook = channel(ContactChannel.Kind.WEBHOOK, "https://hook.example/a");
    Tam both = tam("kai@example.com", chat, hook);
    assertThat(new Readiness(NOON, Set.of(chat.way())).isReachable(both)).isTrue();
    assertThat(new Readiness(NOON, Set.of(chat.way(), hook.way())).isReachable(both)).isFalse();
    assertThat(
            new Readiness(NOON, Set.of(chat.way(), hook.way()))
                .isReachable(
                    tam(null, channel(ContactChannel.Kind.SLACK, "https://chat.example/b"))))
        .isTrue();
  }

  @Test
  void mail_is_a_channel_of_who_has_no_other() {
    Tam mail = tam("kai@example.com");
    assertThat(at(NOON).isReachable(mail)).isTrue();
    assertThat(new Readiness(NOON, Set.of(mail.ways().getFirst().way())).isReachable(mail))
        .isFalse();
    assertThat(at(NOON).isReachable(tam(null))).isFalse();
  }

  private static Readiness at(Instant now) {
    return new Readiness(now, Set.of());
  }

  private static ContactChannel channel(ContactChannel.Kind kind, String address) {
    return new ContactChannel(kind, address, Duration.ZERO, 1);
  }

  private static Tam tam(@Nullable String email, ContactChannel... channels) {
    return new Tam(
        "tam-kai",
        "Kai",
        email,
        "R",
        ZoneOffset.UTC,
        Tam.Status.ACTIVE,
        List.of(),
        List.of(),
        List.of(channels));
  }
}
