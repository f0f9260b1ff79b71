package io.meridian.handoff.ledger.domain;

import java.time.Instant;

/**
 * Who had been asked to take over when a gap began, or was asked first while it ran.
 *
 * @param since when they were asked
 */
public record Asked(String tam, Instant since) {}
