package io.meridian.handoff.overview.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is about to go wrong.
 *
 * @param at when it does, or did
 * @param until when it ends; null when that is not known
 * @param detail a sentence without times, which readers see on their own clocks
 * @param tam whom it is about; null when it is nobody in particular
 * @param handoff the handoff it is about; null when it is none
 */
public record Risk(
    Kind kind,
    Instant at,
    @Nullable Instant until,
    String detail,
    @Nullable String tam,
    @Nullable UUID handoff) {

  /** What goes wrong. */
  public enum Kind {
    /** A handoff is not accepted, and its deadline is near or has passed. */
    UNACCEPTED,
    /** Nobody holds the shift that takes over. */
    EMPTY_SHIFT,
    /** No message reaches somebody who is, or is about to be, on duty. */
    UNREACHABLE,
    /** No primary is on duty anywhere, and nobody has agreed to that. */
    COVERAGE_HOLE
  }
}
