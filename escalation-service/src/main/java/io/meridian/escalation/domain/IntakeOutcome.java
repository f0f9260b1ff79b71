package io.meridian.escalation.domain;

/** What became of something that came in. */
public enum IntakeOutcome {
  /** First sight: an escalation opened. */
  CREATED,
  /** Newer than what was known of the ticket. */
  UPDATED,
  /** Known already: nothing changed. */
  DUPLICATE,
  /** Older than what is known of the ticket: nothing changed. */
  STALE
}
