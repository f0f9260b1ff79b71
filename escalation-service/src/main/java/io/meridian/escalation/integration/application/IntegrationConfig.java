package io.meridian.escalation.integration.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages of other systems are believed. */
@ConfigMapping(prefix = "meridian.integrations")
public interface IntegrationConfig {

  /** How long after a rotation the secret before it is believed. */
  @WithDefault("PT24H")
  Duration rotationOverlap();

  /** How far a message's timestamp may lie from now, both ways. */
  @WithDefault("PT5M")
  Duration timestampTolerance();
}
