package io.meridian.handoff.domain.ledger;

/**
 * A gap as stored.
 *
 * @param revision counts its changes, from 1
 */
public record LedgerGap(Gap gap, long revision) {}
