package io.meridian.metrics.domain;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What measuring needs of a gap.
 *
 * @param end null while the gap is open
 * @param toRegion null when no shift was to come
 * @param tam id of who was accountable
 * @param asked id of who had been asked to take over; null when nobody had
 * @param agreed true when a manager had agreed to the hole it is in: it counts apart
 * @param voided true when it turned out never to have been
 */
public record GapFact(
    Instant start,
    @Nullable Instant end,
    GapCause cause,
    String fromRegion,
    @Nullable String toRegion,
    Severity severity,
    @Nullable UUID customerId,
    String tam,
    @Nullable String asked,
    boolean agreed,
    boolean voided) {

  /** The whole gap when it counts in the rollups: closed, and not void. */
  public Optional<Window> closed() {
    return voided || end == null ? Optional.empty() : Optional.of(new Window(start, end));
  }
}
