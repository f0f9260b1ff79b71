package io.meridian.handoff.domain.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One interval of the accountability ledger: {@code tam} answers for the escalation during {@code
 * [start, end)}.
 *
 * @param region the region in which they hold it
 * @param end null while it lasts
 */
public record Accountability(String tam, String region, Instant start, @Nullable Instant end) {

  public Accountability {
    if (end != null && !start.isBefore(end)) {
      throw new IllegalArgumentException("accountability from " + start + " until " + end);
    }
  }

  /** Whether the TAM is accountable at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && (end == null || at.isBefore(end));
  }
}
