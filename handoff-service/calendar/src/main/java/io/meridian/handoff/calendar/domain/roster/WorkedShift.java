package io.meridian.handoff.calendar.domain.roster;

import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Duration;

/**
 * What one TAM worked of one shift.
 *
 * @param tier as what; a shadow accompanies and is not on duty
 * @param shift cut to what is worked of it
 * @param overlap how much of it the TAM worked in an earlier listed shift at the same time
 */
public record WorkedShift(String tam, Rotation.Tier tier, Shift shift, Duration overlap) {

  public Duration worked() {
    return Duration.between(shift.start(), shift.end());
  }
}
