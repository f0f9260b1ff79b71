package io.meridian.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what must come: as long as the slowest machine that runs it needs. */
public final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  /** Waits for a condition; it fails after a minute unless the test sets another limit. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(LIMIT);
  }
}
