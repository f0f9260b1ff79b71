package io.meridian.events;

/** Where an escalation stands. Open for accountability until it is {@link #CLOSED}. */
public enum EscalationStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED,
  CLOSED;

  /** True while somebody must be accountable. */
  public boolean isOpen() {
    return this != CLOSED;
  }
}
