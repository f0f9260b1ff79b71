package io.meridian.handoff.handoff.domain;

import io.meridian.events.HandoffAttempt.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person asked to take a handoff, and what became of it.
 *
 * @param reason the words of a decline, or why they were left
 * @param routing why this person was asked
 */
public record Attempt(
    String tam,
    Instant offeredAt,
    Outcome outcome,
    @Nullable Instant answeredAt,
    @Nullable String reason,
    @Nullable String routing) {

  static Attempt pending(String tam, Instant at, @Nullable String routing) {
    return new Attempt(tam, at, Outcome.PENDING, null, null, routing);
  }

  Attempt ended(Outcome how, Instant at, @Nullable String why) {
    return new Attempt(tam, offeredAt, how, at, why == null ? reason : why, routing);
  }
}
