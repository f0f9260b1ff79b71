package io.meridian.handoff.application.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of an imported file, read as leave. */
sealed interface LeaveItem {

  /** How the file names it; a text made from its place when it does not. */
  String uid();

  /** The key of the one occurrence of a series that it speaks of; null for a whole event. */
  default @Nullable String occurrence() {
    return null;
  }

  /** The TAM is away during {@code [start, end)}. */
  record Away(
      String uid, @Nullable String occurrence, Instant start, Instant end, @Nullable String summary)
      implements LeaveItem {}

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

  /** The file says that it does not take place. */
  record Cancelled(String uid, @Nullable String occurrence) implements LeaveItem {}

  /** It cannot be taken. */
  record Unreadable(String uid, String code, String detail) implements LeaveItem {}

  /** One occurrence of a series, known by where the rule puts its start. */
  record Occurrence(String key, Instant start, Instant end) {}
}
