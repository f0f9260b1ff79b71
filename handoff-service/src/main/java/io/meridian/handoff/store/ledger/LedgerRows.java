package io.meridian.handoff.store.ledger;

import io.meridian.handoff.domain.ledger.Accountability;
import io.meridian.handoff.domain.ledger.Gap;
import io.meridian.handoff.domain.ledger.Hold;
import java.util.List;

/** The whole ledger of one span, each list by start. */
public record LedgerRows(List<Accountability> intervals, List<Hold> holds, List<Gap> gaps) {}
