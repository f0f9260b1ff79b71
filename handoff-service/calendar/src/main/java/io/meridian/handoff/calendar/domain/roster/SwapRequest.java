package io.meridian.handoff.calendar.domain.roster;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One TAM asks another to take a shift.
 *
 * @param asker who has the shift
 * @param asked who is to take it
 * @param inExchangeFor the shift of {@code asked} that {@code asker} takes instead
 * @param expiresAt first instant at which it can no longer be accepted
 * @param revision counts the changes, from 1
 */
public record SwapRequest(
    UUID id,
    String asker,
    String asked,
    SwapShift shift,
    @Nullable SwapShift inExchangeFor,
    @Nullable String reason,
    Instant askedAt,
    Instant expiresAt,
    SwapStage stage,
    long revision,
    Instant changedAt) {

  /** The request after its stage changed. */
  public SwapRequest in(SwapStage next, Instant at) {
    return new SwapRequest(
        id, asker, asked, shift, inExchangeFor, reason, askedAt, expiresAt, next, revision + 1, at);
  }

  /** Whether it is too late to accept it. */
  public boolean isOverAt(Instant at) {
    return !at.isBefore(expiresAt);
  }

  /** Whether it is the TAM's business. */
  public boolean concerns(String tam) {
    return tam.equals(asker) || tam.equals(asked);
  }

  /** Who takes which shift from whom. */
  Stream<Take> takes() {
    Take first = new Take("/shift", asker, asked, shift, inExchangeFor);
    return inExchangeFor == null
        ? Stream.of(first)
        : Stream.of(first, new Take("/inExchangeFor", asked, asker, inExchangeFor, shift));
  }

  /**
   * One TAM takes a shift of another.
   *
   * @param pointer where the request names it
   * @param gives the shift that {@code to} gives away for it
   */
  record Take(String pointer, String from, String to, SwapShift shift, @Nullable SwapShift gives) {}
}
