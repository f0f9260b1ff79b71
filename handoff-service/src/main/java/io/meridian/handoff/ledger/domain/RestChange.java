package io.meridian.handoff.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has to change in the stored rests of one escalation so that they say what is derived. */
public sealed interface RestChange {
  Rest rest();

  /** The ledger does not have it yet. */
  record Added(Rest rest) implements RestChange {}

  /** It began then, as stored, but ends otherwise, or is somebody else's. */
  record Changed(Rest rest) implements RestChange {}

  /** It never was. */
  record Voided(Rest rest) implements RestChange {}

  /** From what is stored to what is derived; a rest is known by its start. Voided ones first. */
  static List<RestChange> between(List<LedgerRest> stored, List<Rest> derived) {
    Map<Instant, Rest> left = new TreeMap<>();
    stored.forEach(one -> left.put(one.rest().start(), one.rest()));
    List<RestChange> changes = new ArrayList<>();
    for (Rest rest : derived) {
      Rest before = left.remove(rest.start());
      if (before == null) {
        changes.add(new Added(rest));
      } else if (!before.equals(rest)) {
        changes.add(new Changed(rest));
      }
    }
    left.values().forEach(rest -> changes.addFirst(new Voided(rest)));
    return changes;
  }
}
