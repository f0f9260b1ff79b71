package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.util.Locale;

/** How numbers are said to people. */
final class Words {

  private Words() {}

  /** {@code 7 h}, {@code 7 h 30 min}, {@code 45 s}. */
  static String hours(Duration duration) {
    StringBuilder words = new StringBuilder();
    append(words, duration.toHours(), "h");
    append(words, duration.toMinutesPart(), "min");
    append(words, duration.toSecondsPart(), "s");
    return words.isEmpty() ? "0 h" : words.toString();
  }

  /** {@code 2.7 %} of a whole. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static void append(StringBuilder words, long number, String unit) {
    if (number > 0) {
      words.append(words.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
    }
  }
}
