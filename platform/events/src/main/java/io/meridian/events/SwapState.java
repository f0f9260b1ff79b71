package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One TAM asks another to take a shift.
 *
 * @param asker who has the shift
 * @param asked who is to take it
 * @param inExchangeFor the shift of {@code asked} that {@code asker} takes instead, if any
 * @param expiresAt until when it may be accepted
 * @param answeredBy who ended it; null while it is open, and when it expired
 * @param answer what they said
 * @param overrides ids of the overrides that an accepted request became
 * @param revision counts the changes, from 1
 */
public record SwapState(
    UUID id,
    Person asker,
    Person asked,
    Shift shift,
    @Nullable Shift inExchangeFor,
    @Nullable String reason,
    SwapStatus status,
    Instant askedAt,
    Instant expiresAt,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable String answer,
    List<String> overrides,
    long revision,
    Instant changedAt) {

  /** A shift as it was when it was asked for. */
  public record Shift(UUID id, String region, Instant start, Instant end) {}
}
