package io.meridian.handoff.duty.domain.stay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about what a TAM has at home while they are off duty; it holds until the next
 * decision about the same.
 *
 * @param since when they went off duty, got what they have there while off duty, or the roster
 *     changed
 * @param until when they are back: it stays theirs and rests until then; null when it is handed
 *     over
 * @param revision counts the decisions about the same TAM and region, from 1; 0 until it is written
 * @param decidedAt when it was decided
 */
public record Stay(
    Home home, Instant since, @Nullable Instant until, long revision, Instant decidedAt) {

  /** Whether it stays theirs at the instant. */
  public boolean keeps(Instant at) {
    return until != null && !at.isBefore(since) && at.isBefore(until);
  }
}
