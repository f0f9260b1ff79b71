package io.meridian.handoff.ledger.domain;

import io.meridian.events.GapCause;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an escalation is not attended; a gap is split where any of this changes.
 *
 * @param tam who is accountable, though not on duty
 * @param fromRegion the region in which they hold it
 * @param toRegion region of the shift that should take over; null when no shift is to come
 * @param shiftChangeId the shift change the gap belongs to; null when no shift is to come
 * @param agreed a manager had agreed to the coverage hole it is in
 */
public record GapReason(
    GapCause cause,
    String tam,
    String fromRegion,
    @Nullable String toRegion,
    @Nullable UUID shiftChangeId,
    boolean agreed) {

  /** One of a hole that nobody had agreed to. */
  public GapReason(
      GapCause cause,
      String tam,
      String fromRegion,
      @Nullable String toRegion,
      @Nullable UUID shiftChangeId) {
    this(cause, tam, fromRegion, toRegion, shiftChangeId, false);
  }
}
