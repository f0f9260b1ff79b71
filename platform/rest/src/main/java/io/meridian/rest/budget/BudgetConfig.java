package io.meridian.rest.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Requests that one caller may make, for each service by itself. */
@ConfigMapping(prefix = "meridian.rate")
public interface BudgetConfig {

  /** For what brings or changes something. */
  Intake intake();

  /** For what only asks. */
  Query query();

  /** A token bucket. */
  interface Intake {
    /** Requests a second in the long run. */
    @WithDefault("500")
    @Min(1)
    int perSecond();

    /** Requests at once after a rest. */
    @WithDefault("1000")
    @Min(1)
    int burst();
  }

  /** A token bucket. */
  interface Query {
    /** Requests a second in the long run. */
    @WithDefault("100")
    @Min(1)
    int perSecond();

    /** Requests at once after a rest. */
    @WithDefault("300")
    @Min(1)
    int burst();
  }
}
