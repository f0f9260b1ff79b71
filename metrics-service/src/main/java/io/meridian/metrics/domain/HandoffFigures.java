package io.meridian.metrics.domain;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one region pair's handoffs whose boundary lies in a window; both regions are null
 * in the totals. {@code early + inTime + late + assignedByLead + missed + cancelled + pending =
 * handoffs}.
 *
 * @param handoffs all that were drafted
 * @param offered of these, offered to somebody
 * @param early accepted before the incoming shift began
 * @param inTime accepted from then on, up to the deadline
 * @param late accepted after the deadline
 * @param withoutGap accepted, and from the boundary on the escalation was at no instant unattended
 *     in a gap that nobody had agreed to
 * @param assignedByLead nobody accepted: the lead gave it to somebody
 * @param missed the incoming shift ended without acceptance
 * @param cancelled ended without need of acceptance: the escalation closed, was resolved, stays at
 *     home, moved, or the roster changed
 * @param pending not finished
 * @param pendingPastBoundary of these, the outgoing TAM's duty is over
 * @param declined handoffs that somebody declined, whatever came after
 * @param escalatedToLead handoffs that went to the lead, whatever came after
 * @param offeredLate offered after their due instant
 * @param medianToAcceptMillis from the first offer to the acceptance, null when none was accepted
 * @param p95ToAcceptMillis the same, 95th percentile
 */
public record HandoffFigures(
    @Nullable String fromRegion,
    @Nullable String toRegion,
    long handoffs,
    long offered,
    long early,
    long inTime,
    long late,
    long withoutGap,
    long assignedByLead,
    long missed,
    long cancelled,
    long pending,
    long pendingPastBoundary,
    long declined,
    long escalatedToLead,
    long offeredLate,
    @Nullable Long medianToAcceptMillis,
    @Nullable Long p95ToAcceptMillis) {

  /** All accepted, whenever. */
  public long accepted() {
    return early + inTime + late;
  }

  /**
   * The handoffs that should have been accepted by now: all but those that ended without need of
   * acceptance, and those whose boundary is still to come.
   */
  public long due() {
    return accepted() + assignedByLead + missed + pendingPastBoundary;
  }
}
