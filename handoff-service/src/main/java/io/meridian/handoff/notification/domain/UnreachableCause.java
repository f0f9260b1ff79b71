package io.meridian.handoff.notification.domain;

/** What is missing when nothing reaches a recipient. */
public enum UnreachableCause {
  /** The recipient has left the calendar. */
  NOT_IN_CALENDAR,
  /** The calendar has neither a channel nor a mail address of the recipient. */
  NO_CHANNEL,
  /** The recipient has mail alone, and no mail server is configured. */
  NO_MAIL_SERVER,
  /** Every channel refused, or failed too often. */
  CHANNEL_DEAD
}
