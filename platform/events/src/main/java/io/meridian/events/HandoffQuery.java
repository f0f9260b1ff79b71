package io.meridian.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to the outgoing TAM before a handoff is accepted.
 *
 * @param number counts the questions of one handoff, from 1
 * @param answer null until it is answered
 */
public record HandoffQuery(
    long number,
    Person askedBy,
    String question,
    Instant askedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** When the last thing was said. */
  public Instant at() {
    return answeredAt == null ? askedAt : answeredAt;
  }
}
