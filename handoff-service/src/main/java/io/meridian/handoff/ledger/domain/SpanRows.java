package io.meridian.handoff.ledger.domain;

import java.util.List;

/** The whole ledger of one span, each list by start. */
public record SpanRows(
    List<Accountability> intervals,
    List<Hold> holds,
    List<Gap> gaps,
    List<Rest> rests,
    List<Regime> regimes) {}
