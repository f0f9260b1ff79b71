package io.meridian.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * Which stretch of time is played, and how fast.
 *
 * @param from first instant
 * @param length how much of the house's time is played
 * @param speed domain seconds per real second, 1 to 3600
 * @param escalations how many are opened, evenly over the stretch
 * @param seed the same seed plays the same day
 */
public record DemoPlan(Instant from, Duration length, double speed, int escalations, long seed) {

  public Instant to() {
    return from.plus(length);
  }
}
