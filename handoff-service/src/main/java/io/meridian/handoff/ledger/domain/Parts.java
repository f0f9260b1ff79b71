package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.List;

/**
 * What else a stored ledger says from its first interval on.
 *
 * @param gaps by start
 * @param rests by start
 * @param regimes of the whole span, by start
 */
public record Parts(
    List<Hold> holds, List<LedgerGap> gaps, List<LedgerRest> rests, List<Regime> regimes) {

  /** Nothing. */
  public static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of());

  public Parts {
    holds = List.copyOf(holds);
    gaps = List.copyOf(gaps);
    rests = List.copyOf(rests);
    regimes = List.copyOf(regimes);
  }

  /** The newest instant that gaps and rests speak of, or that one if it is newer. */
  Instant known(Instant atLeast) {
    Instant known = atLeast;
    for (LedgerGap gap : gaps) {
      known = later(known, gap.gap().start(), gap.gap().end());
    }
    for (LedgerRest rest : rests) {
      known = later(known, rest.rest().start(), rest.rest().end());
    }
    return known;
  }

  private static Instant later(
      Instant a, Instant start, @org.jspecify.annotations.Nullable Instant end) {
    Instant last = end == null ? start : end;
    return last.isAfter(a) ? last : a;
  }
}
