package io.meridian.handoff.ledger.domain;

/**
 * A rest as stored.
 *
 * @param revision counts its changes, from 1
 */
public record LedgerRest(Rest rest, long revision) {}
