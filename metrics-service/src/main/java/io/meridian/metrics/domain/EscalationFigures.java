package io.meridian.metrics.domain;

import io.meridian.events.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The figures of escalations in a window. A reopening after a close opens anew.
 *
 * @param severity null in the totals
 * @param opened opened in the window
 * @param acknowledged of these, acknowledged by now
 * @param resolved resolved in the window, and not taken up again
 * @param closed closed in the window
 * @param openNow not closed by now, whenever opened
 * @param toAcknowledge how long those opened in the window took to be acknowledged
 * @param toResolve how long those resolved in the window took, from their opening
 */
public record EscalationFigures(
    @Nullable Severity severity,
    long opened,
    long acknowledged,
    long resolved,
    long closed,
    long openNow,
    Percentiles toAcknowledge,
    Percentiles toResolve) {

  /**
   * Exact percentiles in milliseconds: values that occurred, null when there is none.
   *
   * @param median the 50th
   * @param p95 the 95th
   */
  public record Percentiles(@Nullable Long median, @Nullable Long p95) {}
}
