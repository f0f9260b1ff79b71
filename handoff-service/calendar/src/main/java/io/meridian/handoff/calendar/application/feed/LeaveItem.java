package io.meridian.handoff.calendar.application.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of an imported file, read as leave. */
sealed interface LeaveItem {

  /** What the calendar can write. */
  Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** How the file names it; a text made from its place when it does not. */
  String uid();

  /** The key of the one occurrence of a series that it speaks of; null for a whole event. */
  default @Nullable String occurrence() {
    return null;
  }

  /** The TAM is away during {@code [start, end)}. */
  record Away(
      String uid, @Nullable String occurrence, Instant start, Instant end, @Nullable String summary)
      implements LeaveItem {
    public Away {
      requireYears(start, end);
    }
  }

  /**
   * The TAM is away again and again.
   *
   * @param occurrences those to come, by start, but for those that events of their own speak of
   * @param cutAt the start of the first that is not taken because it is too far ahead or one too
   *     many
   */
  record Series(
      String uid, List<Occurrence> occurrences, @Nullable Instant cutAt, @Nullable String summary)
      implements LeaveItem {}

  /**
   * The TAM is not away for it.
   *
   * @param why of the event: "is cancelled"
   */
  record NoLeave(String uid, @Nullable String occurrence, String why) implements LeaveItem {}

  /** Another event of the file says the same later. */
  record Outdated(String uid) implements LeaveItem {}

  /** It cannot be taken; what there is of it stays as it is. */
  record Unreadable(String uid, @Nullable String occurrence, String code, String detail)
      implements LeaveItem {}

  /** One occurrence of a series, known by where the rule puts its start. */
  record Occurrence(String key, Instant start, Instant end) {
    public Occurrence {
      requireYears(start, end);
    }
  }

  private static void requireYears(Instant start, Instant end) {
    if (start.isBefore(FIRST) || end.isAfter(LAST)) {
      throw new LeaveRefusal("malformed", "must be in the years 1 to 9999");
    }
  }
}
