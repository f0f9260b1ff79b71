package io.meridian.handoff.duty.domain.shiftchange;

import java.time.Duration;

/**
 * The durations of a shift change.
 *
 * @param lead how long before the incoming shift handoffs are offered
 * @param acceptanceTimeout how long after the incoming shift began, or after a late offer, it may
 *     be accepted before it goes to the lead
 * @param homePatience how much later than somebody else a TAM may be back in a home region, and
 *     still keep what they have there
 */
public record Terms(Duration lead, Duration acceptanceTimeout, Duration homePatience) {

  /** The same local time tomorrow, over any clock change. */
  public static final Duration HOME_PATIENCE = Duration.ofHours(26);

  /** The law's own: 30 and 15 minutes, 26 hours. The service takes what is configured. */
  public static final Terms DEFAULT = new Terms(Duration.ofMinutes(30), Duration.ofMinutes(15));

  public Terms {
    if (lead.isNegative() || acceptanceTimeout.isNegative() || homePatience.isNegative()) {
      throw new IllegalArgumentException("negative duration in the terms of a shift change");
    }
  }

  /** The same with the law's home patience. */
  public Terms(Duration lead, Duration acceptanceTimeout) {
    this(lead, acceptanceTimeout, HOME_PATIENCE);
  }
}
