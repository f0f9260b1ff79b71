package io.meridian.metrics.api;

import io.meridian.metrics.domain.Window;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the parameters {@code from} and {@code to}, the same for every question. */
final class Windows {

  /** The longest window a question may span, and what it spans when the caller does not say. */
  static final Period LONGEST = Period.ofMonths(24);

  static final String FROM = "first instant; 24 months before to by default, no earlier";
  static final String TO = "first instant after the window; now by default";

  private Windows() {}

  /**
   * The window {@code [from, to)}: up to {@code now} unless said otherwise, from 24 months before
   * its end unless said otherwise.
   *
   * @throws Problem 400 when it is empty or too long
   */
  static Window of(@Nullable Instant from, @Nullable Instant to, Instant now) {
    return of(from, to, now, LONGEST);
  }

  /** The same of another longest, which is also what it spans when the caller does not say. */
  static Window of(@Nullable Instant from, @Nullable Instant to, Instant now, Period longest) {
    Instant end = wholeMillis(to == null ? now : to);
    Instant earliest = end.atOffset(ZoneOffset.UTC).minus(longest).toInstant();
    Instant start = from == null ? earliest : wholeMillis(from);
    if (!start.isBefore(end)) {
      String pointer = from == null || to != null ? "?to" : "?from";
      throw Problem.invalid(pointer, "empty-window", "from must be before to");
    }
    if (start.isBefore(earliest)) {
      throw Problem.invalid(
          "?from",
          "window-too-long",
          "must be at most " + longest.toTotalMonths() + " months before to");
    }
    return new Window(start, end);
  }

  /** Facts are in milliseconds: the first one at or after. */
  private static Instant wholeMillis(Instant at) {
    Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
    return whole.equals(at) ? at : whole.plusMillis(1);
  }
}
