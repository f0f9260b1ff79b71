package io.meridian.events;

/** Whether an escalation travels around the globe, or lives in one region (domain.md section 3). */
public enum ServiceHours {
  /** Worked on around the clock: handed over from region to region. */
  FOLLOW_THE_SUN,
  /** Worked on in the hours of its home region; it rests meanwhile. */
  HOME_REGION;

  /** What a severity has unless the customer's tier buys, or an act says, something else. */
  public static ServiceHours of(Severity severity) {
    return severity.compareTo(Severity.SEV2) <= 0 ? FOLLOW_THE_SUN : HOME_REGION;
  }
}
