package io.meridian.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person asked to take a handoff, and what they answered.
 *
 * @param tam who was asked
 * @param outcome {@code PENDING}, {@code ACCEPTED}, {@code DECLINED}, {@code EXPIRED} or {@code
 *     MOVED}
 * @param reason the words of a decline, or why they were left
 * @param routing why this person was asked
 */
public record HandoffAttempt(
    Person tam,
    Instant offeredAt,
    Outcome outcome,
    @Nullable Instant answeredAt,
    @Nullable String reason,
    @Nullable String routing) {

  /** What became of the offer to one person. */
  public enum Outcome {
    PENDING,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    MOVED
  }
}
