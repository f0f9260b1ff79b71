package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shifts of some weeks, kept for whoever asks next.
 *
 * @param basis what they follow from; when it changes they are known no longer
 * @param weeks every shift that shares an instant with them is here
 */
record KnownWeeks<T>(T basis, Interval weeks, List<Shift> shifts) {
  /** Longer windows are rare, and not kept. */
  private static final Duration KEPT_MAX = Duration.ofDays(62);

  /** How far time goes on until the weeks are looked at anew. */
  private static final Duration MARGIN = Duration.ofDays(7);

  static boolean isLong(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(KEPT_MAX) > 0;
  }

  /** The weeks to look at for {@code [from, to)}: some more, and what is known if that is near. */
  static Interval around(@Nullable KnownWeeks<?> known, Instant from, Instant to) {
    Interval wide = new Interval(from.minus(MARGIN), to.plus(MARGIN));
    if (known == null) {
      return wide;
    }
    Instant begin = known.weeks.start().isBefore(wide.start()) ? known.weeks.start() : wide.start();
    Instant end = known.weeks.end().isAfter(wide.end()) ? known.weeks.end() : wide.end();
    return isLong(begin, end) ? wide : new Interval(begin, end);
  }

  boolean covers(Instant from, Instant to) {
    return !from.isBefore(weeks.start()) && !to.isAfter(weeks.end());
  }

  /** Those that share an instant with {@code [from, to)}. */
  List<Shift> between(Instant from, Instant to) {
    return shifts.stream().filter(shift -> shift.intersects(from, to)).toList();
  }
}
