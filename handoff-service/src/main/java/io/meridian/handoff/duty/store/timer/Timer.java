package io.meridian.handoff.duty.store.timer;

import java.time.Instant;

/** Something to be done at an instant. */
public record Timer(Kind kind, Instant dueAt) {

  /** What is to be done; at one instant in this order. */
  public enum Kind {
    /** Offers whose deadline it is go to the lead. */
    ACCEPT_BY,
    /** Severe escalations that nobody has acknowledged are told to the lead. */
    ACKNOWLEDGE_BY,
    /** Coverage holes begin or cease to be agreed to. */
    AGREEMENT,
    /** A shift begins or ends. */
    BOUNDARY,
    /** A calendar was applied. */
    CALENDAR,
    /** What came to a crew was to be confirmed by now. */
    CONFIRM_BY,
    /** Accountability that was passed in advance takes effect. */
    EFFECT,
    /** A hold ends. */
    HOLD_END,
    /** Handoffs are to be offered. */
    PREPARE,
    /** Rests are written down. */
    REST
  }
}
