package io.meridian.console.client;

/** How grave an escalation is; 1 is the gravest. */
public enum Severity {
  SEV1,
  SEV2,
  SEV3,
  SEV4;

  /** Whether it is accepted one by one, with the receiver's own words. */
  public boolean isGrave() {
    return this == SEV1 || this == SEV2;
  }
}
