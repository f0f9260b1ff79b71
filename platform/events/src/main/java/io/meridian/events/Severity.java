package io.meridian.events;

/** How badly the customer is hit; SEV1 is the worst. */
public enum Severity {
  SEV1,
  SEV2,
  SEV3,
  SEV4
}
