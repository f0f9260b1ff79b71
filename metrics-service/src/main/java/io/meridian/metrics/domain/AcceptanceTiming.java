package io.meridian.metrics.domain;

import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import java.util.Optional;

/** When, against its deadlines, a handoff was accepted. */
public enum AcceptanceTiming {
  /** Before the incoming shift began: takes effect at its start. */
  EARLY,
  /** From the shift's start up to the deadline, the deadline itself included. */
  IN_TIME,
  /** After the deadline. */
  LATE;

  /** The timing of a handoff's acceptance; empty while nobody has accepted it. */
  public static Optional<AcceptanceTiming> of(HandoffState handoff) {
    if (handoff.acceptedAt() == null || handoff.status() != HandoffStatus.ACCEPTED) {
      return Optional.empty();
    }
    if (handoff.acceptedAt().isAfter(handoff.acceptBy())) {
      return Optional.of(LATE);
    }
    boolean beforeShift = handoff.acceptedAt().isBefore(handoff.effectiveFrom());
    return Optional.of(beforeShift ? EARLY : IN_TIME);
  }
}
