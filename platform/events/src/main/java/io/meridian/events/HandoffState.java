package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handoff after an event.
 *
 * @param shiftChangeId the shift change it belongs to; both ids are derived from what they are
 *     about
 * @param from who is outgoing, of {@code fromRegion}
 * @param to who is asked now (the lead when escalated), who accepted, or who was assigned; null
 *     while waiting for coverage
 * @param boundary the instant the outgoing TAM's duty ends
 * @param effectiveFrom start of the incoming shift; once taken, the instant accountability moves
 * @param acceptBy the deadline after which it goes to the lead
 * @param lateness how long after its due instant the offer was made; zero when in time
 * @param briefing how far the briefing is, as last looked at: at the preparation, at an edit, at
 *     the acceptance
 * @param assignedBy the lead or manager who assigned it; null when nobody did
 * @param readBackOwed whether whoever was assigned has still to read back; null in events from
 *     before assignments were told apart
 * @param actionsLeft what whoever accepted did not take on: it stays with its owners; null in
 *     events from before that was asked
 * @param revision counts the handoff's changes, from 1
 */
public record HandoffState(
    UUID id,
    UUID shiftChangeId,
    UUID escalationId,
    String escalation,
    Severity severity,
    HandoffStatus status,
    Person from,
    String fromRegion,
    @Nullable Person to,
    String toRegion,
    Instant boundary,
    @Nullable Instant offeredAt,
    Instant effectiveFrom,
    Instant acceptBy,
    @Nullable Instant acceptedAt,
    @Nullable CancelReason cancelReason,
    Duration lateness,
    List<HandoffAttempt> attempts,
    @Nullable BriefingStatus briefing,
    @Nullable Person assignedBy,
    @Nullable Boolean readBackOwed,
    @Nullable List<HandoffAction> actionsLeft,
    long revision,
    Instant changedAt) {

  /** A handoff that nobody assigned. */
  public HandoffState(
      UUID id,
      UUID shiftChangeId,
      UUID escalationId,
      String escalation,
      Severity severity,
      HandoffStatus status,
      Person from,
      String fromRegion,
      @Nullable Person to,
      String toRegion,
      Instant boundary,
      @Nullable Instant offeredAt,
      Instant effectiveFrom,
      Instant acceptBy,
      @Nullable Instant acceptedAt,
      @Nullable CancelReason cancelReason,
      Duration lateness,
      List<HandoffAttempt> attempts,
      @Nullable BriefingStatus briefing,
      long revision,
      Instant changedAt) {
    this(
        id,
        shiftChangeId,
        escalationId,
        escalation,
        severity,
        status,
        from,
        fromRegion,
        to,
        toRegion,
        boundary,
        offeredAt,
        effectiveFrom,
        acceptBy,
        acceptedAt,
        cancelReason,
        lateness,
        attempts,
        briefing,
        null,
        null,
        null,
        revision,
        changedAt);
  }
}
