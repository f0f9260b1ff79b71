package io.meridian.handoff.ledger.application;

import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whose roster and decisions are needed to decide about ledgers.
 *
 * @param tams whoever is accountable in them
 * @param homes what they have at home there
 */
record Concerned(Set<String> tams, Set<Home> homes) {
  static final Concerned NOBODY = new Concerned(Set.of(), Set.of());

  static Concerned of(Collection<SpanLedger> ledgers) {
    Concerned all = new Concerned(new HashSet<>(), new HashSet<>());
    ledgers.forEach(ledger -> all.add(ledger.intervals(), ledger.regimes()));
    return all;
  }

  /** Whoever is accountable in these intervals, wherever it lived meanwhile. */
  void add(List<Accountability> intervals, List<Regime> regimes) {
    List<String> regions =
        regimes.stream().map(Regime::livesIn).filter(Objects::nonNull).distinct().toList();
    for (Accountability interval : intervals) {
      tams.add(interval.tam());
      regions.forEach(region -> homes.add(new Home(interval.tam(), region)));
    }
  }
}
