package io.meridian.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts a part again when it dies: at once, then after 1, 2, 4 … 30 seconds, until it has lived
 * for a minute.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
  private static final Duration HEALTHY_LIFE = Duration.ofMinutes(1);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("supervisor").factory());
  private final Map<Part, Integer> deaths = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Watches the process that the part is now. */
  void watch(RunningPart part, Process process) {
    long began = System.nanoTime();
    process.onExit().thenRun(() -> died(part, Duration.ofNanos(System.nanoTime() - began)));
  }

  private void died(RunningPart part, Duration life) {
    if (closed) {
      return;
    }
    int count = life.compareTo(HEALTHY_LIFE) > 0 ? 1 : deaths.getOrDefault(part.part(), 0) + 1;
    deaths.put(part.part(), count);
    Duration pause = pauseBefore(count);
    System.err.printf(
        "meridian: %s died; starting it again%s%n",
        part.part().label(), pause.isZero() ? "" : " in " + pause.toSeconds() + " s");
    timer.schedule(() -> restart(part), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The wait before the {@code count}th start in a row. */
  static Duration pauseBefore(int count) {
    if (count <= 1) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(count - 2, 10));
    return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
  }

  private void restart(RunningPart part) {
    if (closed || part.isAlive()) {
      return;
    }
    try {
      watch(part, part.launch());
    } catch (IOException | StackRefusal e) {
      System.err.println("meridian: " + part.part().label() + " does not start: " + e.getMessage());
      died(part, Duration.ZERO);
    }
  }

  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
  }
}
