package io.meridian.handoff.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.ledger.domain.AcknowledgementTerms.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Until when somebody is to say that they have it. */
class AcknowledgementTermsTest {
  private static final Instant OPENED = Instant.parse("2026-03-09T09:00:00Z");
  private static final AcknowledgementTerms TERMS =
      new AcknowledgementTerms(Duration.ofMinutes(10), Duration.ofMinutes(1));

  @Test
  void what_opens_severe_waits_ten_minutes_and_what_does_not_waits_for_nothing() {
    assertThat(opened(Severity.SEV1)).isEqualTo(after("PT10M"));
    assertThat(opened(Severity.SEV2)).isEqualTo(after("PT10M"));
    assertThat(opened(Severity.SEV3)).isNull();
  }

  private static Instant opened(Severity severity) {
    return TERMS.deadline(null, state(severity, EscalationStatus.OPEN, OPENED), OPENED);
  }

  @Test
  void what_is_heard_of_late_is_given_a_minute_from_then() {
    EscalationState state = state(Severity.SEV1, EscalationStatus.OPEN, OPENED);
    assertThat(TERMS.deadline(null, state, after("PT9M30S"))).isEqualTo(after("PT10M30S"));
    assertThat(TERMS.deadline(null, state, after("PT3H"))).isEqualTo(after("PT3H1M"));
  }

  @Test
  void what_becomes_severe_waits_from_then_on() {
    Known mild = new Known(Severity.SEV3, EscalationStatus.OPEN, null);
    assertThat(changed(mild, Severity.SEV2, "PT1H")).isEqualTo(after("PT1H10M"));
  }

  @Test
  void what_becomes_worse_keeps_its_deadline_and_has_another_once_the_lead_was_told() {
    Known waiting = new Known(Severity.SEV2, EscalationStatus.OPEN, after("PT10M"));
    assertThat(changed(waiting, Severity.SEV1, "PT8M")).isEqualTo(after("PT10M"));
    Known told = new Known(Severity.SEV2, EscalationStatus.OPEN, null);
    assertThat(changed(told, Severity.SEV1, "PT30M")).isEqualTo(after("PT40M"));
    assertThat(changed(told, Severity.SEV2, "PT30M")).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACKNOWLEDGED", "RESOLVED", "CLOSED"})
  void what_is_answered_or_over_waits_for_nothing(EscalationStatus status) {
    Known waiting = new Known(Severity.SEV1, EscalationStatus.OPEN, after("PT10M"));
    EscalationState state = state(Severity.SEV1, status, after("PT5M"));
    assertThat(TERMS.deadline(waiting, state, after("PT5M"))).isNull();
  }

  @Test
  void what_is_taken_back_or_reopened_waits_anew() {
    Known answered = new Known(Severity.SEV1, EscalationStatus.ACKNOWLEDGED, null);
    assertThat(changed(answered, Severity.SEV1, "PT1H")).isEqualTo(after("PT1H10M"));
  }

  private static Instant changed(Known before, Severity severity, String after) {
    Instant at = after(after);
    return TERMS.deadline(before, state(severity, EscalationStatus.OPEN, at), at);
  }

  private static Instant after(String duration) {
    return OPENED.plus(Duration.parse(duration));
  }

  private static EscalationState state(
      Severity severity, EscalationStatus status, Instant changedAt) {
    return new EscalationState(
        new UUID(1, 1),
        "ESC-1",
        "Checkout down",
        severity,
        status,
        null,
        List.of(),
        null,
        OPENED,
        null,
        null,
        null,
        2,
        changedAt);
  }
}
