package io.meridian.roster;

import org.jspecify.annotations.Nullable;

/**
 * What the roster says of somebody.
 *
 * @param region code of the region they belong to; null for who is on no roster
 */
public record Standing(Status status, @Nullable String region) {
  /** On no roster. */
  public static final Standing STRANGER = new Standing(Status.UNKNOWN, null);

  /** Where there is no roster yet: the token alone counts. */
  public static final Standing UNQUESTIONED = new Standing(Status.ACTIVE, null);

  /** What they may do. */
  public enum Status {
    /** All that a TAM does. */
    ACTIVE,
    /** Reads, and notes. */
    ONBOARDING,
    /** Nothing any more. */
    INACTIVE,
    /** Nothing: nobody knows them. */
    UNKNOWN
  }

  /** Whether they are on the roster and have not left. */
  public boolean isThere() {
    return status == Status.ACTIVE || status == Status.ONBOARDING;
  }

  /**
   * On the roster.
   *
   * @param status as the calendar has it
   */
  public static Standing of(String status, String region) {
    return new Standing(Status.valueOf(status), region);
  }
}
