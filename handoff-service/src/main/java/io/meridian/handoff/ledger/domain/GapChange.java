package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has to change in the stored gaps of one escalation so that they say what is derived. */
public sealed interface GapChange {

  Gap gap();

  /** The ledger does not have it yet. */
  record Added(Gap gap) implements GapChange {}

  /**
   * It began then, as stored, but ends otherwise or has another reason.
   *
   * @param before its reason as stored
   */
  record Changed(Gap gap, GapReason before) implements GapChange {}

  /** It never was. */
  record Voided(Gap gap) implements GapChange {}

  /** From what is stored to what is derived; a gap is known by its start. Voided ones first. */
  static List<GapChange> between(List<LedgerGap> stored, List<Gap> derived) {
    Map<Instant, LedgerGap> left = new TreeMap<>();
    stored.forEach(s -> left.put(s.gap().start(), s));
    List<GapChange> changes = new ArrayList<>();
    for (Gap gap : derived) {
      LedgerGap before = left.remove(gap.start());
      if (before == null) {
        changes.add(new Added(gap));
      } else if (!before.gap().equals(gap)) {
        changes.add(new Changed(gap, before.gap().reason()));
      }
    }
    left.values().forEach(s -> changes.addFirst(new Voided(s.gap())));
    return changes;
  }
}
