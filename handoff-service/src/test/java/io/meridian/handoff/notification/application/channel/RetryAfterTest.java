package io.meridian.handoff.notification.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header Retry-After, as RFC 9110 and as it comes. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-09T14:30:00Z");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "0, PT0S",
        "120, PT2M",
        "' 7 ', PT7S",
        "3601, PT1H",
        "99999999999999999999, PT1H",
        "'Mon, 09 Mar 2026 14:31:30 GMT', PT1M30S",
        "'Mon, 09 Mar 2026 14:29:00 GMT', PT0S",
        "'Tue, 10 Mar 2026 14:30:00 GMT', PT1H",
        "soon,",
        "-5,",
        "1.5,",
        "'',",
        ","
      })
  void seconds_and_dates_are_waits_of_an_hour_at_most(
      @Nullable String header, @Nullable Duration wait) {
    assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
  }
}
