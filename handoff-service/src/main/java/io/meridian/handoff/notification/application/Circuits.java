package io.meridian.handoff.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which providers fail again and again: they are left alone for a while, so that what waits for
 * them falls through to other channels at once. Each replica finds out by itself.
 */
@ApplicationScoped
class Circuits {
  private static final int FAILURES_MAX = 5;
  private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

  private record Trouble(int failures, long untilNanos) {}

  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Circuits() {
    this(System::nanoTime);
  }

  /**
   * @param nanos real time
   */
  Circuits(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether to try the provider. After the pause one is let through, to see. */
  boolean admits(String provider) {
    Trouble before = troubles.get(provider);
    if (before == null || before.failures() < FAILURES_MAX) {
      return true;
    }
    long now = nanos.getAsLong();
    if (now - before.untilNanos() < 0) {
      return false;
    }
    return troubles.replace(provider, before, new Trouble(before.failures(), now + pause()));
  }

  void worked(String provider) {
    troubles.remove(provider);
  }

  void failed(String provider) {
    troubles.merge(
        provider,
        new Trouble(1, nanos.getAsLong()),
        (before, one) -> new Trouble(before.failures() + 1, one.untilNanos() + pause()));
  }

  private static long pause() {
    return TimeUnit.MILLISECONDS.toNanos(LEFT_ALONE.toMillis());
  }
}
