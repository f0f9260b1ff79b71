package io.meridian.events;

/** Why a handoff ended without acceptance. */
public enum CancelReason {
  /** The escalation closed first: counted neither accepted nor missed. */
  CLOSED,
  /** The incoming shift ended unaccepted and the next shift change took over: counted missed. */
  SUPERSEDED,
  /** Somebody else became accountable by takeover or reassignment. */
  MOVED,
  /** The roster changed so that no handoff is needed: the outgoing TAM stays on duty. */
  ROSTER_CHANGED,
  /** The escalation was resolved first, and rests: counted neither accepted nor missed. */
  RESOLVED,
  /**
   * The escalation does not travel any more, and stays with its TAM: lowered, or its service hours
   * changed. Counted neither accepted nor missed.
   */
  STAYS
}
