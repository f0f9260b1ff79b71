package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityBasis;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to the accountability ledger: {@code tam} is accountable from {@code effectiveAt} on;
 * what the ledger said from that instant on is void.
 *
 * @param tam id of the TAM who becomes accountable
 * @param region the region in which they hold it
 * @param effectiveAt when it begins, in whole milliseconds; may lie in the future (an acceptance
 *     before the shift starts); never before the escalation opened
 * @param handoffId the accepted handoff, or null
 * @param holdUntil the TAM counts as attending from {@code effectiveAt} until then although off
 *     duty (a lead who accepted), or null
 */
public record Transfer(
    UUID escalationId,
    String tam,
    String region,
    Instant effectiveAt,
    AccountabilityBasis basis,
    @Nullable UUID handoffId,
    @Nullable Instant holdUntil) {}
