package io.meridian.handoff.ledger.domain;

import java.time.Instant;

/** A piece {@code [start, end)} of an escalation's open time that was attended, or was not. */
public sealed interface Stretch {

  Instant start();

  Instant end();

  /** The accountable person was on duty, or had declared a hold. */
  record Attended(Instant start, Instant end) implements Stretch {}

  /** A gap, or a part of one that has one reason. */
  record Unattended(Instant start, Instant end, GapReason reason) implements Stretch {}
}
