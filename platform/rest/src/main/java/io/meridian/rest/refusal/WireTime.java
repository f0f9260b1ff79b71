package io.meridian.rest.refusal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Instants as callers write them: ISO 8601 with an offset, years 1 to 9999, read to the
 * millisecond.
 */
final class WireTime {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private WireTime() {}

  /** The instant, or empty if the text is none or lies outside the years that can be stored. */
  static Optional<Instant> read(String text) {
    try {
      Instant instant = DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
      return instant.isBefore(FIRST) || !instant.isBefore(END)
          ? Optional.empty()
          : Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the text is an instant, but of a year that we do not take. */
  static boolean isBeyond(String text) {
    try {
      DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
      return read(text).isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }
}
