package io.meridian.events;

/** The states of a handoff (domain.md section 4). */
public enum HandoffStatus {
  DRAFTED,
  OFFERED,
  WAITING_FOR_COVERAGE,
  ESCALATED_TO_LEAD,
  ACCEPTED,
  CANCELLED;

  /** True when nothing can change any more. */
  public boolean isFinished() {
    return this == ACCEPTED || this == CANCELLED;
  }
}
