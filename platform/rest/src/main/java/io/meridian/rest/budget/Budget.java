package io.meridian.rest.budget;

/** What a caller's requests are counted against; the two never take from each other. */
public enum Budget {
  /** What brings or changes something. */
  INTAKE,
  /** What only asks. */
  QUERY
}
