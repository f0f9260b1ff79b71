package io.meridian.escalation.customer.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When what is resolved closes by itself, unless the tier's policy says something else. */
@ConfigMapping(prefix = "meridian.escalation")
public interface ClosingConfig {

  /** How long after being resolved an escalation closes. */
  @WithDefault("P7D")
  @DurationMin(hours = 1)
  @DurationMax(days = 365)
  Duration closeAfter();
}
