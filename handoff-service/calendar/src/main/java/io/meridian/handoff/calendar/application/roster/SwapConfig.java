package io.meridian.handoff.calendar.application.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests to swap shifts are handled. */
@ConfigMapping(prefix = "meridian.swap")
public interface SwapConfig {

  /** How long a request waits for an answer, if the shift does not begin before. */
  @WithDefault("PT72H")
  Duration patience();

  /** How far ahead shifts may be swapped. */
  @WithDefault("P183D")
  Duration horizon();
}
