package io.meridian.kubernetes.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The Lease by which replicas agree on who leads. */
@ConfigMapping(prefix = "meridian.leadership.lease")
public interface LeaseConfig {
  /** What it is called in the namespace of the pods; the service's name without it. */
  Optional<String> name();

  /**
   * After so much silence of its holder others may take it: whole seconds, three at least. Its
   * holder stops leading by itself when two thirds of it have passed without an answer.
   */
  @WithDefault("6S")
  Duration duration();
}
