package io.meridian.handoff.duty.domain;

import io.meridian.handoff.calendar.domain.Shift;
import java.time.Instant;

/**
 * A maximal interval {@code [start, end)} in which a TAM is on duty without a break: shifts that
 * touch or overlap are one duty.
 *
 * @param region region of the shift that ends the duty
 * @param slotEnd end of the slot that the last shift is cut from; a duty that ends earlier was left
 *     in mid-shift
 */
public record Duty(String tam, String region, Instant start, Instant end, Instant slotEnd) {

  static Duty of(String tam, Shift shift) {
    return new Duty(tam, shift.region(), shift.start(), shift.end(), shift.slotEnd());
  }

  /** Whether the TAM is on duty at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** Whether the TAM went before the slot was over: on leave, or replaced by an override. */
  public boolean leftInMidShift() {
    return end.isBefore(slotEnd);
  }

  /** This duty and a shift of the same TAM that begins no later than it ends. */
  Duty extendedBy(Shift shift) {
    if (shift.end().isBefore(end)) {
      return this;
    }
    return new Duty(tam, shift.region(), start, shift.end(), shift.slotEnd());
  }
}
