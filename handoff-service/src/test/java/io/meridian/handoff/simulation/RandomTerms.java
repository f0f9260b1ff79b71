package io.meridian.handoff.simulation;

import io.meridian.handoff.duty.application.HandoffConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Durations of shift changes: mostly the law's, sometimes none, short or long ones; steps of the
 * engine in one transaction or in many.
 */
final class RandomTerms implements HandoffConfig {
  private static final int[] LEADS = {30, 30, 30, 0, 5, 120};
  private static final int[] TIMEOUTS = {15, 15, 15, 1, 45};
  private static final int[] ACKNOWLEDGEMENTS = {10, 10, 10, 0, 90};
  private static final int[] PATIENCES = {26, 26, 26, 0, 8};
  private static final int[] PARTS = {1, 2, 3, 100};

  private final Duration lead;
  private final Duration acceptanceTimeout;
  private final Duration acknowledgeWithin;
  private final int partMax;
  private final Duration homePatience;

  RandomTerms(RandomGenerator random) {
    lead = Duration.ofMinutes(LEADS[random.nextInt(LEADS.length)]);
    acceptanceTimeout = Duration.ofMinutes(TIMEOUTS[random.nextInt(TIMEOUTS.length)]);
    partMax = PARTS[random.nextInt(PARTS.length)];
    homePatience = Duration.ofHours(PATIENCES[random.nextInt(PATIENCES.length)]);
    acknowledgeWithin =
        Duration.ofMinutes(ACKNOWLEDGEMENTS[random.nextInt(ACKNOWLEDGEMENTS.length)]);
  }

  @Override
  public Duration lead() {
    return lead;
  }

  @Override
  public Duration acceptanceTimeout() {
    return acceptanceTimeout;
  }

  @Override
  public Duration acknowledgeWithin() {
    return acknowledgeWithin;
  }

  @Override
  public Duration homePatience() {
    return homePatience;
  }

  @Override
  public Duration latenessTolerance() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Duration lookahead() {
    return Duration.ofDays(4);
  }

  @Override
  public int partMax() {
    return partMax;
  }
}
