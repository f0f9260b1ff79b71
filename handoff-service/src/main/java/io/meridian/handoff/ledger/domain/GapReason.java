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
 */
public record GapReason(
    GapCause cause,
    String tam,
    String fromRegion,
    @Nullable String toRegion,
    @Nullable UUID shiftChangeId) {}
