package io.meridian.console.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is on duty at an instant. */
public record OnDuty(Instant at, List<Duty> items) {

  /**
   * One person's duty.
   *
   * @param tier {@code PRIMARY}, {@code SECONDARY} or {@code SHADOW}
   */
  public record Duty(
      String region, UUID shiftId, String tier, Person tam, Instant since, Instant until) {}
}
