package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What has to change in the stored gaps, or rests, of one escalation so that they say what is
 * derived. A part is known by its start.
 *
 * @param <P> {@link Gap} or {@link Rest}
 */
public sealed interface LedgerChange<P> {
  P part();

  /** The ledger does not have it yet. */
  record Added<P>(P part) implements LedgerChange<P> {}

  /**
   * It began then, as stored, but something else of it is not so.
   *
   * @param before as stored
   */
  record Changed<P>(P part, P before) implements LedgerChange<P> {}

  /** It never was. */
  record Voided<P>(P part) implements LedgerChange<P> {}

  /** From what is stored to what is derived: voided ones first. */
  static <P> List<LedgerChange<P>> between(
      List<P> stored, List<P> derived, Function<P, Instant> start) {
    Map<Instant, P> left = new TreeMap<>();
    stored.forEach(part -> left.put(start.apply(part), part));
    List<LedgerChange<P>> changes = new ArrayList<>();
    for (P part : derived) {
      P before = left.remove(start.apply(part));
      if (before == null) {
        changes.add(new Added<>(part));
      } else if (!before.equals(part)) {
        changes.add(new Changed<>(part, before));
      }
    }
    left.values().forEach(part -> changes.addFirst(new Voided<>(part)));
    return changes;
  }
}
