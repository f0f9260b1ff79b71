package io.meridian.escalation.intake.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How what comes in is gathered. */
@ConfigMapping(prefix = "meridian.intake")
public interface IntakeConfig {

  /** False writes each arrival in a transaction of its own: for comparison. */
  @WithDefault("true")
  boolean batching();

  /** Most arrivals written with one statement. */
  @WithDefault("256")
  @Min(1)
  @Max(4_096)
  int batchMax();

  /** Most batches being written at a time; further arrivals gather meanwhile. */
  @WithDefault("2")
  @Min(1)
  @Max(16)
  int flightsMax();

  /** Most arrivals waiting; further ones are refused with 503. */
  @WithDefault("10000")
  @Min(1)
  int waitingMax();
}
