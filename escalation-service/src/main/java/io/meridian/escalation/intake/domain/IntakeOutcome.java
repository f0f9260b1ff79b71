package io.meridian.escalation.intake.domain;

/** What became of something that came in. */
public enum IntakeOutcome {
  /** First sight: an escalation opened. */
  CREATED,
  /** Not older than what was known of the ticket: applied. */
  UPDATED,
  /** Known already: nothing changed. */
  DUPLICATE,
  /** Older than what is known of the ticket: nothing changed. */
  STALE,
  /** Ordered by another scale than what is known of the ticket: refused, nothing changed. */
  OTHER_SCALE
}
