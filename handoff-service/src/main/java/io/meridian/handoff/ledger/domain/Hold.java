package io.meridian.handoff.ledger.domain;

import java.time.Instant;

/** During {@code [start, end)} the TAM counts as attending what they are accountable for. */
public record Hold(String tam, Instant start, Instant end) {

  public Hold {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("hold from " + start + " until " + end);
    }
  }

  /** Whether the hold counts at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }
}
