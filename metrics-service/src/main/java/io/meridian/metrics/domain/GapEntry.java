package io.meridian.metrics.domain;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gap as managers see it, with the names known now.
 *
 * @param asked id of who had been asked to take over; null when nobody had
 * @param askedSince when they were asked
 * @param customerName null while the customer is not known here
 * @param end null while open
 * @param agreed whether a manager had agreed to the hole it is in
 */
public record GapEntry(
    UUID id,
    UUID escalationId,
    String escalation,
    @Nullable UUID customerId,
    @Nullable String customerName,
    Severity severity,
    Instant start,
    @Nullable Instant end,
    GapCause cause,
    String fromRegion,
    @Nullable String toRegion,
    String tam,
    String tamName,
    @Nullable String asked,
    @Nullable String askedName,
    @Nullable Instant askedSince,
    @Nullable UUID shiftChangeId,
    boolean agreed,
    long revision) {

  /** How long it lasted, or has lasted at {@code asOf} while open; never negative. */
  public Duration durationAt(Instant asOf) {
    Instant until = end == null ? asOf : end;
    return until.isBefore(start) ? Duration.ZERO : Duration.between(start, until);
  }
}
