package io.meridian.handoff.calendar.application;

/** What answers about shifts are made of. */
public enum Basis {
  /** History for what has begun since a calendar was first applied, the rules for the rest. */
  HISTORY,
  /** The rules in force alone, over any window. */
  RULES
}
