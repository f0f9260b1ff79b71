package io.meridian.handoff.ledger.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The gaps that run now.
 *
 * @param number how many escalations nobody attends who should
 * @param since when the oldest of them began; empty without any
 */
public record OpenGaps(long number, Optional<Instant> since) {
  /** There is none. */
  public static final OpenGaps NONE = new OpenGaps(0, Optional.empty());

  /** How long the oldest has run at an instant; zero without any. */
  public Duration oldest(Instant now) {
    return since
        .filter(began -> began.isBefore(now))
        .map(began -> Duration.between(began, now))
        .orElse(Duration.ZERO);
  }
}
