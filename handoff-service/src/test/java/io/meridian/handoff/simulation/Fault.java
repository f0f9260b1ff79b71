package io.meridian.handoff.simulation;

/** Faults that can be planted, to prove that the checker sees them. */
enum Fault {
  /** A leader whose term is over writes all the same. */
  SKIPPED_FENCE,
  /** An event is never told. */
  DROPPED_EVENT,
  /** A change of accountability has its effect twice. */
  DOUBLED_EFFECT,
  /** An acceptance takes effect a millisecond late. */
  SHIFTED_ACCEPTANCE,
  /** The outgoing TAM stays accountable a millisecond beside the incoming one. */
  TWO_OWNERS,
  /** Nobody is accountable for a millisecond. */
  NO_OWNER,
  /** A shift change overlooks one escalation. */
  LOST_HANDOFF,
  /** A shift change in several transactions passes over one escalation between two of them. */
  PASSED_OVER,
  /** A gap has another cause. */
  SWAPPED_CAUSE,
  /** A gap that never was stays. */
  KEPT_GAP,
  /** A gap ends a millisecond early. */
  SHORT_GAP,
  /** A gap does not tell who had been asked. */
  FORGOTTEN_ASKING,
  /** Accountability passed in advance takes effect in silence. */
  UNTOLD_EFFECT,
  /** A declared hold is forgotten. */
  LOST_HOLD,
  /** A deadline passes unnoticed. */
  LOST_DEADLINE,
  /** Nobody hears that a severe escalation is not acknowledged. */
  LOST_ACKNOWLEDGEMENT,
  /** A rest is not written down. */
  LOST_REST,
  /** What is resolved is handed over all the same. */
  TRAVELLING_REST,
  /** A rest is counted as a gap. */
  REST_AS_GAP,
  /** Nobody hears that an escalation has risen. */
  UNHEARD_RAISE,
  /** What a TAM carries is not counted. */
  LOST_LOAD,
  /** A finished handoff is accepted once more, by somebody else. */
  SECOND_ACCEPTANCE,
  /** A crash leaves half of a transaction behind. */
  TORN_TRANSACTION
}
