package io.meridian.handoff.ledger.store;

import java.time.Instant;

/**
 * Asks for the ledger of an escalation's span.
 *
 * @param since intervals that ended before are not needed
 */
public record SpanRequest(EscalationRow escalation, Instant since) {}
