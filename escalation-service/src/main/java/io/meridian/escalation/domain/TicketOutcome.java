package io.meridian.escalation.domain;

/** What became of a message about a ticket. */
public enum TicketOutcome {
  /** First sight of the ticket: an escalation opened. */
  CREATED,
  /** Newer than what was known. */
  UPDATED,
  /** The version that was already known. */
  DUPLICATE,
  /** Older than what was known: nothing changed. */
  STALE
}
