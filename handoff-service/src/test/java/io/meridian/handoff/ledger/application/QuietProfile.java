package io.meridian.handoff.ledger.application;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Nothing happens by itself: no leader drives boundaries, the test does. */
public class QuietProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("meridian.leadership.enabled", "false");
  }
}
