package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which an open escalation was not attended, after an event.
 *
 * @param end null while the gap is open
 * @param fromRegion region of the accountable person
 * @param toRegion region that should have taken over, or null when no shift is to come
 * @param accountable who was accountable, though not on duty
 * @param asked who had been asked to take over when it began, or was asked first while it ran; null
 *     when nobody was, or in events of before this was told
 * @param askedSince when they were asked; null with {@code asked}
 * @param shiftChangeId the shift change it belongs to, or null when none is planned
 * @param agreed whether a manager had agreed to the coverage hole it is in; null in events from
 *     before that was told
 * @param revision counts the gap's changes, from 1
 */
public record GapState(
    UUID id,
    UUID escalationId,
    String escalation,
    @Nullable UUID customerId,
    Severity severity,
    Instant start,
    @Nullable Instant end,
    GapCause cause,
    String fromRegion,
    @Nullable String toRegion,
    Person accountable,
    @Nullable Person asked,
    @Nullable Instant askedSince,
    @Nullable UUID shiftChangeId,
    @Nullable Boolean agreed,
    long revision,
    Instant changedAt) {

  /** A gap of which no agreement is told. */
  public GapState(
      UUID id,
      UUID escalationId,
      String escalation,
      @Nullable UUID customerId,
      Severity severity,
      Instant start,
      @Nullable Instant end,
      GapCause cause,
      String fromRegion,
      @Nullable String toRegion,
      Person accountable,
      @Nullable Person asked,
      @Nullable Instant askedSince,
      @Nullable UUID shiftChangeId,
      long revision,
      Instant changedAt) {
    this(
        id,
        escalationId,
        escalation,
        customerId,
        severity,
        start,
        end,
        cause,
        fromRegion,
        toRegion,
        accountable,
        asked,
        askedSince,
        shiftChangeId,
        null,
        revision,
        changedAt);
  }
}
