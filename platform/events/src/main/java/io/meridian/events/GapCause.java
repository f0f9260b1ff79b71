package io.meridian.events;

/** Why an open escalation was not attended (domain.md section 5). */
public enum GapCause {
  /** Nobody is on duty in any region. */
  COVERAGE_HOLE,
  /** The accountable TAM's shift ended, somebody else is on duty, nobody has accepted. */
  UNACCEPTED_HANDOFF,
  /** A shift covers the instant and nobody holds it. */
  EMPTY_SHIFT,
  /** The accountable TAM left duty in mid-shift and nobody took over. */
  OFF_ROSTER
}
