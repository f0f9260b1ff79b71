package io.meridian.testkit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The time of a service under test: real until a test sets it, standing still from then on. The
 * service's domain clock follows this bean; inject it into the test and move it.
 */
@Singleton
public class MovableClock implements InstantSource {

  private final InstantSource real = Clock.systemUTC();
  private final AtomicReference<@Nullable Instant> stopped = new AtomicReference<>();

  @Override
  public Instant instant() {
    Instant at = stopped.get();
    return at == null ? real.instant() : at;
  }

  /** From now on the clock reads {@code at} until it is moved again. */
  public void set(Instant at) {
    stopped.set(at);
  }

  /** Moves the clock by {@code step}; a running one is stopped first. */
  public void advance(Duration step) {
    stopped.updateAndGet(at -> (at == null ? real.instant() : at).plus(step));
  }

  /** Real time again. */
  public void run() {
    stopped.set(null);
  }
}
