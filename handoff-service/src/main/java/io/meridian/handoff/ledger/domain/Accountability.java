package io.meridian.handoff.ledger.domain;

import io.meridian.events.AccountabilityBasis;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One interval of the accountability ledger: {@code tam} answers for the escalation during {@code
 * [start, end)}.
 *
 * @param region the region in which they hold it
 * @param end null while it lasts
 * @param handoffId the handoff that brought it, or null
 * @param reason one sentence for people, or null
 * @param decidedBy the manager or lead who decided so for others; null where nobody did
 */
public record Accountability(
    String tam,
    String region,
    Instant start,
    @Nullable Instant end,
    AccountabilityBasis basis,
    @Nullable UUID handoffId,
    @Nullable String reason,
    @Nullable String decidedBy) {

  public Accountability {
    if (end != null && !start.isBefore(end)) {
      throw new IllegalArgumentException("accountability from " + start + " until " + end);
    }
  }

  /** One that nobody decided for others. */
  public Accountability(
      String tam,
      String region,
      Instant start,
      @Nullable Instant end,
      AccountabilityBasis basis,
      @Nullable UUID handoffId,
      @Nullable String reason) {
    this(tam, region, start, end, basis, handoffId, reason, null);
  }

  /** Whether the TAM is accountable at the instant. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && (end == null || at.isBefore(end));
  }

  /** The same, ending at {@code at}. */
  Accountability until(Instant at) {
    return new Accountability(tam, region, start, at, basis, handoffId, reason, decidedBy);
  }
}
