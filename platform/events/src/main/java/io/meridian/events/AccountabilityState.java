package io.meridian.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is accountable for an escalation after an event: the newest interval of its ledger.
 *
 * @param openedAt start of the span of accountability this interval belongs to
 * @param tam who is accountable from {@code start}
 * @param region the region in which they hold it
 * @param start when it begins; later than {@code changedAt} when an acceptance takes effect at the
 *     shift's start
 * @param end null while it lasts; the closing instant after {@link AccountabilityEvent.Ended}
 * @param holdUntil the accountable person counts as attending until then although off duty, or null
 * @param handoffId the handoff that moved it, or null
 * @param serviceHours whether the escalation travels; null in events from before that was told
 * @param homeRegion the region in which it lives, or would if it did not travel; null in events
 *     from before that was told
 * @param resolved whether it is resolved, and rests; null in events from before that was told
 * @param revision counts the ledger's changes of this escalation, from 1
 */
public record AccountabilityState(
    UUID escalationId,
    Instant openedAt,
    Person tam,
    String region,
    Instant start,
    @Nullable Instant end,
    AccountabilityBasis basis,
    @Nullable Instant holdUntil,
    @Nullable UUID handoffId,
    @Nullable ServiceHours serviceHours,
    @Nullable String homeRegion,
    @Nullable Boolean resolved,
    long revision,
    Instant changedAt) {

  /** One of an escalation whose service hours are not told. */
  public AccountabilityState(
      UUID escalationId,
      Instant openedAt,
      Person tam,
      String region,
      Instant start,
      @Nullable Instant end,
      AccountabilityBasis basis,
      @Nullable Instant holdUntil,
      @Nullable UUID handoffId,
      long revision,
      Instant changedAt) {
    this(
        escalationId,
        openedAt,
        tam,
        region,
        start,
        end,
        basis,
        holdUntil,
        handoffId,
        null,
        null,
        null,
        revision,
        changedAt);
  }
}
