package io.meridian.handoff.application.handoff;

import io.meridian.handoff.domain.shiftchange.Terms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The durations of shift changes. */
@ConfigMapping(prefix = "meridian.handoff")
public interface HandoffConfig {

  /** How long before the incoming shift handoffs are offered. */
  @WithDefault("PT30M")
  Duration lead();

  /** How long after the incoming shift began, or after a late offer, it may be accepted. */
  @WithDefault("PT15M")
  Duration acceptanceTimeout();

  /** What is done this much after it was due still counts as in time. */
  @WithDefault("PT1M")
  Duration latenessTolerance();

  /** How far ahead the engine looks for the next shift. */
  @WithDefault("P21D")
  Duration lookahead();

  /** The durations the planner needs. */
  default Terms terms() {
    return new Terms(lead(), acceptanceTimeout());
  }
}
