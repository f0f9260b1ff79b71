package io.meridian.handoff.duty.domain;

import java.time.Instant;

/** Which of two instants comes first. */
public final class Instants {

  private Instants() {}

  /** The one that comes first; either of equal ones. */
  public static Instant earlier(Instant a, Instant b) {
    return b.isBefore(a) ? b : a;
  }

  /** The one that comes last; either of equal ones. */
  public static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
