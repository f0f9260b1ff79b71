package io.meridian.handoff.notification.application.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to be left alone, as the HTTP header says it. */
final class RetryAfter {
  /** Longer than this nobody waits for a provider. */
  static final Duration MAX = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * The wait that the header asks for, from zero to {@link #MAX}.
   *
   * @param header seconds, or a date as HTTP writes it; null without one
   * @return null when it says nothing that can be understood
   */
  static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(text)));
    }
    if (text.matches("[0-9]+")) {
      return MAX;
    }
    try {
      Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return bounded(Duration.between(now, at));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration bounded(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
