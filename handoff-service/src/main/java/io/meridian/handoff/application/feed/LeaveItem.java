package io.meridian.handoff.application.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event of an imported file, read as leave. */
sealed interface LeaveItem {

  /** How the file names it; a text made from its place when it does not. */
  String uid();

  /** The TAM is away during {@code [start, end)}. */
  record Away(String uid, Instant start, Instant end, @Nullable String summary)
      implements LeaveItem {}

  /** The file says that it does not take place. */
  record Cancelled(String uid) implements LeaveItem {}

  /** It cannot be taken. */
  record Unreadable(String uid, String code, String detail) implements LeaveItem {}
}
