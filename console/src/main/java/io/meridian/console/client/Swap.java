package io.meridian.console.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One TAM asks another to take a shift.
 *
 * @param inExchangeFor what the asker takes instead; null for nothing
 * @param status {@code ASKED}, {@code ACCEPTED}, {@code DECLINED}, {@code EXPIRED} or {@code
 *     CANCELLED}
 * @param expiresAt until when it may be accepted
 * @param answer what whoever ended it said; null for nothing
 */
public record Swap(
    UUID id,
    Person asker,
    Person asked,
    Part shift,
    @Nullable Part inExchangeFor,
    @Nullable String reason,
    String status,
    Instant expiresAt,
    @Nullable String answer) {

  /** A shift as it was when it was asked for. */
  public record Part(UUID id, String region, Instant start, Instant end) {}

  /** Whether nobody has answered. */
  public boolean isOpen() {
    return status.equals("ASKED");
  }
}
