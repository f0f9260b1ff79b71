package io.meridian.handoff.ledger.domain;

import io.meridian.handoff.ledger.domain.AccountabilityFact.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A span's accountability as it follows from what was told of it, one fact after the other, without
 * a look at the stored ledger: from its start on the newest decision counts, and the end of the
 * span takes out whatever was to come later.
 *
 * @param intervals by start, without the reasons, which events do not carry
 * @param regimes by start; none in what was told before there were regimes
 * @param closed when it was told to have ended; null while it is open
 */
public record ToldSpan(
    List<Accountability> intervals,
    List<Hold> holds,
    List<Regime> regimes,
    @Nullable Instant closed) {

  /** Nothing was told. */
  public static final ToldSpan SILENCE = new ToldSpan(List.of(), List.of(), List.of(), null);

  public ToldSpan {
    intervals = List.copyOf(intervals);
    holds = List.copyOf(holds);
    regimes = List.copyOf(regimes);
  }

  /** The spans of an escalation by their openings, from its facts in any order. */
  public static SortedMap<Instant, ToldSpan> of(List<AccountabilityFact> facts) {
    SortedMap<Instant, List<AccountabilityFact>> spans = new TreeMap<>();
    facts.stream()
        .sorted(Comparator.comparing(AccountabilityFact::revision))
        .forEach(f -> spans.computeIfAbsent(f.openedAt(), at -> new ArrayList<>()).add(f));
    SortedMap<Instant, ToldSpan> told = new TreeMap<>();
    spans.forEach((openedAt, own) -> told.put(openedAt, span(own)));
    return told;
  }

  private static ToldSpan span(List<AccountabilityFact> facts) {
    List<Accountability> intervals = new ArrayList<>();
    List<Hold> holds = new ArrayList<>();
    SortedMap<Instant, Regime> regimes = new TreeMap<>();
    @Nullable Instant closed = null;
    for (AccountabilityFact fact : facts) {
      switch (fact.kind()) {
        case ASSIGNED, TRANSFERRED -> {
          cut(intervals, fact.start());
          intervals.add(fact.interval());
        }
        case HELD, REGIME_CHANGED -> {}
        case ENDED -> {
          closed = Objects.requireNonNull(fact.end());
          cut(intervals, closed);
        }
      }
      boolean says = fact.kind() == Kind.ASSIGNED || fact.kind() == Kind.REGIME_CHANGED;
      if (says && fact.regime() != null) {
        regimes.put(fact.regime().since(), fact.regime());
      }
      Instant from = fact.kind() == Kind.HELD ? fact.at() : fact.start();
      if (fact.kind() != Kind.REGIME_CHANGED
          && fact.holdUntil() != null
          && from.isBefore(fact.holdUntil())) {
        holds.add(new Hold(fact.tam(), from, fact.holdUntil()));
      }
    }
    return new ToldSpan(
        intervals,
        closed == null ? holds : until(holds, closed),
        List.copyOf(regimes.values()),
        closed);
  }

  private static void cut(List<Accountability> intervals, Instant at) {
    intervals.removeIf(interval -> !interval.start().isBefore(at));
    intervals.replaceAll(interval -> interval.covers(at) ? interval.until(at) : interval);
  }

  private static List<Hold> until(List<Hold> holds, Instant closed) {
    return holds.stream()
        .filter(hold -> hold.start().isBefore(closed))
        .map(hold -> hold.covers(closed) ? new Hold(hold.tam(), hold.start(), closed) : hold)
        .toList();
  }
}
