package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.Basis;
import io.meridian.rest.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The window {@code [from, to)} that a question is about: not empty, at most 24 months. */
public record Window(Instant from, Instant to) {

  private static final int MONTHS_MAX = 24;
  private static final int MONTHS_AHEAD = 12;

  /**
   * @throws Problem 400 when a bound is missing, they are reversed, or the window is too long
   */
  public static Window of(@Nullable Instant from, @Nullable Instant to) {
    if (from == null) {
      throw Problem.invalid("?from", "required", "must be given");
    }
    if (to == null) {
      throw Problem.invalid("?to", "required", "must be given");
    }
    if (!from.isBefore(to)) {
      throw Problem.invalid("?to", "dates-reversed", "must be after from");
    }
    if (from.atOffset(ZoneOffset.UTC).plusMonths(MONTHS_MAX).toInstant().isBefore(to)) {
      throw Problem.invalid(
          "?to", "window-too-long", "must be at most " + MONTHS_MAX + " months after from");
    }
    return new Window(from, to);
  }

  /** The same, where nothing said means the twelve months from now. */
  static Window ahead(@Nullable Instant from, @Nullable Instant to, Instant now) {
    return from == null && to == null
        ? new Window(now, now.atOffset(ZoneOffset.UTC).plusMonths(MONTHS_AHEAD).toInstant())
        : of(from, to);
  }

  /**
   * @return zero when nothing is said
   * @throws Problem 400 when it is no duration
   */
  static Duration duration(String parameter, @Nullable String value) {
    try {
      return value == null ? Duration.ZERO : Duration.parse(value);
    } catch (DateTimeException e) {
      throw Problem.invalid("?" + parameter, "malformed", "must be a duration as PT5S");
    }
  }

  /**
   * @throws Problem 400 when it is neither {@code history} nor {@code rules}
   */
  public static Basis basis(@Nullable String basis) {
    return switch (basis) {
      case null -> Basis.HISTORY;
      case "history" -> Basis.HISTORY;
      case "rules" -> Basis.RULES;
      default -> throw Problem.invalid("?basis", "unknown-value", "must be history or rules");
    };
  }
}
