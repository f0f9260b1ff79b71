package io.meridian.handoff.handoff.application;

import java.time.Duration;
import java.time.Instant;

/**
 * When something is decided.
 *
 * @param asOf the instant that decides: who is on duty, which shift is over
 * @param now when it is really done; what people are told carries it
 * @param dueFrom nothing was due before this instant
 */
record DecisionTime(Instant asOf, Instant now, Instant dueFrom) {

  /** A timer's instant, processed now: only at that instant it became due. */
  static DecisionTime timer(Instant due, Instant now) {
    return new DecisionTime(due, now, due);
  }

  /** Something learnt now that may have been due long since. */
  static DecisionTime learnt(Instant asOf, Instant now) {
    return new DecisionTime(asOf, now, Instant.EPOCH);
  }

  /** When something became due that could be done from {@code earliest} on. */
  Instant due(Instant earliest) {
    Instant from = earliest.isBefore(dueFrom) ? dueFrom : earliest;
    return from.isAfter(asOf) ? asOf : from;
  }

  /** How long after {@code due} it is done; zero up to the tolerance. */
  Duration lateness(Instant due, Duration tolerance) {
    Duration late = Duration.between(due, now);
    return late.compareTo(tolerance) > 0 ? late : Duration.ZERO;
  }
}
