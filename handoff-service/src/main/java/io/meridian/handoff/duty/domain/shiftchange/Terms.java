package io.meridian.handoff.duty.domain.shiftchange;

import java.time.Duration;

/**
 * The two durations of a shift change.
 *
 * @param lead how long before the incoming shift handoffs are offered
 * @param acceptanceTimeout how long after the incoming shift began, or after a late offer, it may
 *     be accepted before it goes to the lead
 */
public record Terms(Duration lead, Duration acceptanceTimeout) {

  /** The law's own: 30 and 15 minutes. The service takes what is configured. */
  public static final Terms DEFAULT = new Terms(Duration.ofMinutes(30), Duration.ofMinutes(15));

  public Terms {
    if (lead.isNegative() || acceptanceTimeout.isNegative()) {
      throw new IllegalArgumentException("negative duration in the terms of a shift change");
    }
  }
}
