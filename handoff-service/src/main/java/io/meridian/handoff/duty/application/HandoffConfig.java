package io.meridian.handoff.duty.application;

import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The durations and sizes of shift changes. */
@ConfigMapping(prefix = "meridian.handoff")
public interface HandoffConfig {

  /** How long before the incoming shift handoffs are offered. */
  @WithDefault("PT30M")
  Duration lead();

  /** How long after the incoming shift began, or after a late offer, it may be accepted. */
  @WithDefault("PT15M")
  Duration acceptanceTimeout();

  /** Until the lead is told that nobody has acknowledged an escalation of severity 1 or 2. */
  @WithDefault("PT10M")
  Duration acknowledgeWithin();

  /**
   * How much later than somebody else a TAM may be back in a home region, and still keep what they
   * have there: the same local time tomorrow, over any clock change.
   */
  @WithDefault("PT26H")
  Duration homePatience();

  /** What is done this much after it was due still counts as in time. */
  @WithDefault("PT1M")
  Duration latenessTolerance();

  /** How far ahead the engine looks for the next shift. */
  @WithDefault("P21D")
  Duration lookahead();

  /**
   * The most escalations that one transaction of the engine deals with; at least 1. More of them
   * take several transactions: the first offers are out while the last are being decided, whoever
   * answers need not wait for all, and no more than these are in memory.
   */
  @WithDefault("4000")
  @Min(1)
  int partMax();

  /** The durations the planner needs. */
  default Terms terms() {
    return new Terms(lead(), acceptanceTimeout(), homePatience());
  }
}
