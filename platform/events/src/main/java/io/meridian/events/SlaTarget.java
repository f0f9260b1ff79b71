package io.meridian.events;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for escalations of one severity, counted from their opening; null is not
 * promised.
 *
 * @param acknowledgeWithin until somebody says that they have it
 * @param updateEvery the longest silence towards the customer
 * @param mitigateWithin until the customer can work again
 * @param resolveWithin until it is resolved
 * @param serviceHours whether such escalations travel; null: as their severity has it
 */
public record SlaTarget(
    Severity severity,
    @Nullable Duration acknowledgeWithin,
    @Nullable Duration updateEvery,
    @Nullable Duration mitigateWithin,
    @Nullable Duration resolveWithin,
    @Nullable ServiceHours serviceHours) {

  /** A target that says nothing about service hours. */
  public SlaTarget(
      Severity severity,
      @Nullable Duration acknowledgeWithin,
      @Nullable Duration updateEvery,
      @Nullable Duration mitigateWithin,
      @Nullable Duration resolveWithin) {
    this(severity, acknowledgeWithin, updateEvery, mitigateWithin, resolveWithin, null);
  }
}
