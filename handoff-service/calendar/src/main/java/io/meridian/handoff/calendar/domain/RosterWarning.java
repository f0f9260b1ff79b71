package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a roster that is allowed and still likely wrong.
 *
 * @param tam whom it is about; null when it is about a region
 * @param start when it happens first in the window; null when it is true at all times
 * @param count how often it happens in the window, at least 1
 * @param detail a sentence for people, about the first time
 */
public record RosterWarning(
    Kind kind,
    @Nullable String tam,
    String region,
    @Nullable Instant start,
    @Nullable Instant end,
    int count,
    String detail) {

  /** What is likely wrong. */
  public enum Kind {
    /** Too little time between two duties. */
    SHORT_REST,
    /** Too much duty in one week. */
    LONG_WEEK,
    /** On duty within 24 hours, without a channel or e-mail address. */
    NO_CHANNEL,
    /** Takes turns, or stands in by an override, in a tier in which the TAM may not serve. */
    MAY_NOT_SERVE,
    /** The region keeps a holiday calendar that has no holiday. */
    UNKNOWN_HOLIDAYS,
    /** The region has TAMs, and for two weeks or longer nobody holds a shift of it. */
    NO_SHIFT,
    /** An edit of who takes part in a rotation moves the turn of somebody who goes on in it. */
    TURNS_MOVED
  }
}
