package io.meridian.handoff.ledger.domain;

import java.util.List;

/** What has to change in the stored parts of an escalation's open time. */
public record LedgerChanges(List<LedgerChange<Gap>> gaps, List<LedgerChange<Rest>> rests) {}
