package io.meridian.handoff.watch.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What crews tell each other beside handoffs. */
@ConfigMapping(prefix = "meridian.watch")
public interface WatchConfig {

  /**
   * How long a watch item is kept after its end, longer as long as the escalation that it became is
   * open, and the note of a shift change after it was written.
   */
  @WithDefault("P365D")
  Duration keep();
}
