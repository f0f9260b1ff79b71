package io.meridian.handoff.calendar.domain.roster;

import io.meridian.handoff.calendar.domain.Shift;
import java.time.Instant;
import java.util.UUID;

/** A shift as it was when it was asked for: {@code [start, end)}. */
public record SwapShift(UUID id, String region, Instant start, Instant end) {

  /** The shift as it is now. */
  public static SwapShift of(Shift shift) {
    return new SwapShift(shift.id(), shift.region(), shift.start(), shift.end());
  }

  boolean isStill(Shift shift) {
    return equals(of(shift));
  }

  boolean intersects(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }
}
