package io.meridian.events;

/** How it stands with a watch item. */
public enum WatchState {
  /** Crews hand it on until its end. */
  WATCHED,
  /** Somebody said that it need not be watched any more. */
  WITHDRAWN,
  /** It has become an escalation. */
  ESCALATED
}
