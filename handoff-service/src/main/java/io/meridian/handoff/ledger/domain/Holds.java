package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The holds of one span while it is changed: of one TAM they never overlap. */
final class Holds {
  private final List<Hold> all;
  private final List<Hold> declared = new ArrayList<>();

  Holds(List<Hold> stored) {
    this.all = new ArrayList<>(stored);
  }

  /** Every hold, those of this change included. */
  List<Hold> all() {
    return all;
  }

  /** Those of this change. */
  List<Hold> declared() {
    return List.copyOf(declared);
  }

  /** Adds what no hold of the TAM covers yet; false when that is nothing. */
  boolean declare(Hold hold) {
    Instant from = hold.start();
    boolean isNew = false;
    List<Hold> own =
        all.stream()
            .filter(h -> h.tam().equals(hold.tam()) && h.end().isAfter(hold.start()))
            .sorted(Comparator.comparing(Hold::start))
            .toList();
    for (Hold known : own) {
      Instant to = known.start().isBefore(hold.end()) ? known.start() : hold.end();
      isNew |= add(hold.tam(), from, to);
      from = from.isAfter(known.end()) ? from : known.end();
    }
    return add(hold.tam(), from, hold.end()) || isNew;
  }

  /** None goes beyond the instant. */
  void endAt(Instant at) {
    all.removeIf(hold -> !hold.start().isBefore(at));
    all.replaceAll(hold -> hold.covers(at) ? new Hold(hold.tam(), hold.start(), at) : hold);
  }

  /** The same holds in as few pieces as can be, by TAM and start. */
  static List<Hold> merged(List<Hold> holds) {
    List<Hold> merged = new ArrayList<>();
    holds.stream()
        .sorted(Comparator.comparing(Hold::tam).thenComparing(Hold::start))
        .forEach(
            hold -> {
              Hold last = merged.isEmpty() ? null : merged.getLast();
              if (last == null
                  || !last.tam().equals(hold.tam())
                  || hold.start().isAfter(last.end())) {
                merged.add(hold);
              } else if (hold.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, new Hold(hold.tam(), last.start(), hold.end()));
              }
            });
    return merged;
  }

  private boolean add(String tam, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return false;
    }
    Hold piece = new Hold(tam, from, to);
    all.add(piece);
    return declared.add(piece);
  }
}
