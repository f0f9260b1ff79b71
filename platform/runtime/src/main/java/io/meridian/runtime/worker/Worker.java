package io.meridian.runtime.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A thread that runs rounds until it is stopped; a round that fails is run again after a pause. */
public final class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
  private static final long PAUSE_MILLIS_MIN = 50;
  private static final long PAUSE_MILLIS_MAX = 5_000;

  /** One round of work; returning means: go on at once. */
  @FunctionalInterface
  public interface Round {
    void run() throws Exception;
  }

  private final String name;
  private final Round round;
  private final Runnable wake;
  private final Runnable atEnd;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;

  /**
   * @param wake makes a waiting round return soon; called on stop
   * @param atEnd runs on the worker's thread after its last round
   */
  Worker(String name, Round round, Runnable wake, Runnable atEnd) {
    this.name = name;
    this.round = round;
    this.wake = wake;
    this.atEnd = atEnd;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
  }

  /** The name of the worker whose thread this is; empty on other threads. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  public String name() {
    return name;
  }

  public boolean isRunning() {
    return thread.isAlive();
  }

  public boolean isStopping() {
    return stopped.get();
  }

  void start() {
    thread.start();
  }

  /** Asks the worker to stop, without waiting. */
  void askToStop() {
    stopped.set(true);
    wake.run();
  }

  /** Waits for the last round to end; interrupts it when it takes longer than {@code patience}. */
  void awaitEnd(Duration patience) throws InterruptedException {
    if (!thread.join(patience)) {
      LOG.warnf("%s does not stop; interrupting it", name);
      thread.interrupt();
      thread.join(Duration.ofSeconds(2));
    }
  }

  private void loop() {
    long pause = PAUSE_MILLIS_MIN;
    CURRENT.set(name);
    try {
      while (!stopped.get()) {
        try {
          round.run();
          pause = PAUSE_MILLIS_MIN;
        } catch (Exception e) {
          if (stopped.get()) {
            return;
          }
          LOG.warnf("%s failed (%s); again in %d ms", name, Failures.summary(e), pause);
          LOG.debug(name, e);
          Thread.sleep(pause);
          pause = Math.min(2 * pause, PAUSE_MILLIS_MAX);
        }
      }
    } catch (InterruptedException e) {
      LOG.debugf("%s interrupted", name);
    } finally {
      end();
    }
  }

  private void end() {
    boolean interrupted = Thread.interrupted(); // or else the clean-up would be cut short too
    try {
      atEnd.run();
    } catch (RuntimeException e) {
      LOG.warnf("%s: after the last round%s: %s", name, interrupted ? " (interrupted)" : "", e);
    }
  }
}
