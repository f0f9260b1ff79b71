package io.meridian.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the real servers: {@code @WithTestResource(MeridianServers.class)}.
 *
 * <p>PostgreSQL, the broker with all our topics and a signing key are started once in a JVM and
 * stopped when it exits; the database and the log are new for each JVM, hence for each module's
 * run.
 */
public class MeridianServers implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestServers.settings();
  }

  @Override
  public void stop() {
    // The servers outlive the application: other profiles of this JVM use them again.
  }
}
