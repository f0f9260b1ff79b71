package io.meridian.handoff.calendar.application.feed;

import org.jspecify.annotations.Nullable;

/** Why an event of a file cannot be taken. */
final class LeaveRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  LeaveRefusal(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  /** That of dates in which an arithmetic ends that nobody foresaw. */
  static LeaveRefusal ofDates() {
    return new LeaveRefusal("malformed", "has dates that cannot be reckoned with");
  }

  /** The answer for the event. */
  LeaveItem.Unreadable of(String uid, @Nullable String occurrence) {
    return new LeaveItem.Unreadable(uid, occurrence, code, String.valueOf(getMessage()));
  }
}
