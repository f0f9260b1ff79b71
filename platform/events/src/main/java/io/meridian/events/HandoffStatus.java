package io.meridian.events;

/** The states of a handoff (domain.md section 4). */
public enum HandoffStatus {
  DRAFTED,
  OFFERED,
  WAITING_FOR_COVERAGE,
  ESCALATED_TO_LEAD,
  ACCEPTED,
  /** The lead, or a manager, gave it to somebody who is accountable without having accepted. */
  ASSIGNED_BY_LEAD,
  CANCELLED;

  /** True when somebody has it for good: they accepted, or were assigned. */
  public boolean isTaken() {
    return this == ACCEPTED || this == ASSIGNED_BY_LEAD;
  }

  /** True when nobody is to be asked any more. */
  public boolean isFinished() {
    return isTaken() || this == CANCELLED;
  }
}
