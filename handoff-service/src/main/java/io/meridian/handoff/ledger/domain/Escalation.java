package io.meridian.handoff.ledger.domain;

import io.meridian.events.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An escalation, as far as the ledgers care.
 *
 * @param shortId what people say, e.g. {@code ESC-1042}
 * @param openedAt start of the present span of accountability
 * @param ledgerRevision counts its accountability events, from 1; 0 before the first
 */
public record Escalation(
    UUID id,
    String shortId,
    @Nullable UUID customerId,
    Severity severity,
    Instant openedAt,
    long ledgerRevision) {}
