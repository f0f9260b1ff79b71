package io.meridian.handoff.ledger.domain;

import org.jspecify.annotations.Nullable;

/**
 * A gap as stored.
 *
 * @param asked null when nobody was
 * @param revision counts its changes, from 1
 */
public record LedgerGap(Gap gap, @Nullable Asked asked, long revision) {}
