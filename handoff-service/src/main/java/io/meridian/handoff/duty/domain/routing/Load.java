package io.meridian.handoff.duty.domain.routing;

import io.meridian.events.Severity;

/**
 * What a TAM carries.
 *
 * @param open escalations they are accountable for
 * @param sev1 how many of those are SEV1
 */
public record Load(int open, int sev1) {

  /** Nothing at all. */
  public static final Load NONE = new Load(0, 0);

  /** Soft limit of open SEV1 escalations. */
  public static final int SEV1_MAX = 1;

  /**
   * Whether one more of the severity stays within the limits.
   *
   * @param capacity soft limit of open escalations
   */
  public boolean hasRoomFor(Severity severity, int capacity) {
    return open < capacity && (severity != Severity.SEV1 || sev1 < SEV1_MAX);
  }

  /** The load with one more of the severity. */
  public Load plus(Severity severity) {
    return new Load(open + 1, severity == Severity.SEV1 ? sev1 + 1 : sev1);
  }
}
