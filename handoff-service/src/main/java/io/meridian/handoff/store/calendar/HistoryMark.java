package io.meridian.handoff.store.calendar;

import java.time.Instant;

/**
 * What of the roster is history: every shift that covers {@code firstAppliedAt} or started since,
 * up to and including {@code materialisedUntil}, is a row.
 */
public record HistoryMark(Instant firstAppliedAt, Instant materialisedUntil) {}
