package io.meridian.handoff.ledger.domain;

import io.meridian.events.RestCause;
import java.time.Instant;

/** A piece {@code [start, end)} of an escalation's open time: attended, resting, or neither. */
public sealed interface Stretch {

  Instant start();

  Instant end();

  /** The accountable person was on duty, or had declared a hold. */
  record Attended(Instant start, Instant end) implements Stretch {}

  /**
   * Nobody is expected to act on it.
   *
   * @param tam whose it is
   * @param region in which they hold it
   */
  record Resting(Instant start, Instant end, RestCause cause, String tam, String region)
      implements Stretch {}

  /** A gap, or a part of one that has one reason. */
  record Unattended(Instant start, Instant end, GapReason reason) implements Stretch {}
}
