package io.meridian.events;

/** Why somebody is accountable. */
public enum AccountabilityBasis {
  /** Chosen by the routing when the escalation opened. */
  ASSIGNED,
  /** Accepted at a shift change. */
  HANDOFF,
  /** An on-duty TAM took the escalation over. */
  TAKEOVER,
  /** A manager reassigned it, or a lead assigned it at a handoff. */
  REASSIGNED,
  /** The lead of the next region holds it, because nobody was on duty or nobody accepted. */
  LEAD
}
