package io.meridian.testkit.history;

import io.meridian.events.Event;
import io.meridian.events.GapCause;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.RestCause;
import io.meridian.events.RestEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The invariants that the log alone must keep (reliability.md I2 to I7). Every method answers the
 * violations it found, as sentences; none means it holds.
 */
public final class HistoryChecks {

  private final EventLog log;
  private final Instant until;
  private final Map<UUID, RecomputedLedger> ledgers;
  private final Map<UUID, List<Span<GapCause>>> gaps;
  private final Map<UUID, List<Span<RestCause>>> rests = new TreeMap<>();
  private final RecomputedGaps recomputed;

  /** Of a log that is complete up to {@code until}. */
  public HistoryChecks(EventLog log, Instant until) {
    this.log = log;
    this.until = until;
    this.ledgers = RecomputedLedger.of(log, until);
    this.recomputed = new RecomputedGaps(log);
    this.gaps = new TreeMap<>();
    ledgers.forEach(
        (id, ledger) -> {
          gaps.put(id, recomputed.of(ledger));
          rests.put(id, recomputed.rests(ledger));
        });
  }

  /** The recomputed ledger of each escalation. */
  public Map<UUID, RecomputedLedger> ledgers() {
    return ledgers;
  }

  /** The recomputed gaps of each escalation. */
  public Map<UUID, List<Span<GapCause>>> gaps() {
    return gaps;
  }

  /** I2: at every instant of every open span exactly one person is accountable. */
  public List<String> ownership() {
    List<String> violations = new ArrayList<>();
    for (RecomputedLedger ledger : ledgers.values()) {
      List<Span<String>> owners =
          ledger.accountable().stream().sorted(Comparator.comparing(Span::start)).toList();
      for (Span<String> open : ledger.open()) {
        Instant at = open.start();
        for (Span<String> owner : owners) {
          boolean inside = owner.end().isAfter(open.start()) && owner.start().isBefore(open.end());
          if (!inside) {
            continue;
          }
          if (!owner.start().equals(at)) {
            violations.add(
                "%s: accountability of %s starts at %s, expected %s"
                    .formatted(ledger.escalationId(), owner.value(), owner.start(), at));
          }
          at = owner.end();
        }
        if (!at.equals(open.end())) {
          violations.add(
              "%s: accountable until %s, open until %s"
                  .formatted(ledger.escalationId(), at, open.end()));
        }
      }
    }
    return violations;
  }

  /**
   * I3: a handoff is accepted or assigned once, and nobody holds two unfinished ones of one
   * escalation at the end.
   */
  public List<String> acceptance() {
    List<String> violations = new ArrayList<>();
    Map<UUID, Set<String>> acceptedBy = new HashMap<>();
    for (HandoffEvent event : log.events(HandoffEvent.class)) {
      for (HandoffState handoff : event.handoffs()) {
        if (!handoff.status().isTaken()) {
          continue;
        }
        String acceptance = handoff.status() + " " + handoff.to() + " at " + handoff.acceptedAt();
        Set<String> known = acceptedBy.computeIfAbsent(handoff.id(), id -> new HashSet<>());
        if (known.add(acceptance) && known.size() > 1) {
          violations.add("handoff %s accepted more than once: %s".formatted(handoff.id(), known));
        }
      }
    }
    Map<UUID, Long> unfinished =
        latestHandoffs().values().stream()
            .filter(h -> !h.status().isFinished())
            .collect(Collectors.groupingBy(HandoffState::escalationId, Collectors.counting()));
    unfinished.forEach(
        (id, count) -> {
          if (count > 1) {
            violations.add("escalation %s has %d unfinished handoffs".formatted(id, count));
          }
        });
    return violations;
  }

  /** I5 and I6: sequences of an aggregate are 1..n once repeats are dropped. */
  public List<String> sequences() {
    Map<String, Set<Long>> sequences = new TreeMap<>();
    for (Event event : log.events(Event.class)) {
      forEachAggregate(
          event,
          (aggregate, sequence) ->
              sequences.computeIfAbsent(aggregate, a -> new HashSet<>()).add(sequence));
    }
    List<String> violations = new ArrayList<>();
    sequences.forEach(
        (aggregate, seen) -> {
          long highest = seen.stream().mapToLong(s -> s).max().orElse(0);
          if (highest != seen.size() || seen.contains(0L)) {
            violations.add(aggregate + " misses revisions: has " + seen.size() + " of " + highest);
          }
        });
    return violations;
  }

  /** I7: the gap ledger as published equals the recomputed one, to the millisecond and cause. */
  public List<String> publishedGaps() {
    Map<UUID, List<Span<GapCause>>> published = new TreeMap<>();
    latestGaps().values().stream()
        .sorted(Comparator.comparing(GapState::start))
        .forEach(
            g ->
                RecomputedGaps.append(
                    published.computeIfAbsent(g.escalationId(), id -> new ArrayList<>()),
                    new Span<>(g.start(), g.end() == null ? until : g.end(), g.cause())));
    return differences("published gaps", published);
  }

  /** What must be true of rests. */
  public RestChecks rests() {
    return new RestChecks(log, until, rests);
  }

  /** What must be true of whether escalations travel. */
  public RegimeChecks regimes() {
    return new RegimeChecks(log, ledgers, recomputed);
  }

  /** The newest state of every gap but those that turned out never to have been. */
  Map<UUID, GapState> latestGaps() {
    Map<UUID, GapState> latest = new TreeMap<>();
    Set<UUID> voided = new HashSet<>();
    for (GapEvent event : log.events(GapEvent.class)) {
      for (GapState gap : event.gaps()) {
        GapState winner =
            latest.merge(gap.id(), gap, (a, b) -> b.revision() > a.revision() ? b : a);
        if (winner.equals(gap)) {
          boolean isVoid = event instanceof GapEvent.Voided;
          boolean changed = isVoid ? voided.add(gap.id()) : voided.remove(gap.id());
          assert changed || !isVoid;
        }
      }
    }
    latest.keySet().removeAll(voided);
    return latest;
  }

  /** Compares gaps from elsewhere (an API, a table) with the recomputed ones. */
  public List<String> differences(String what, Map<UUID, List<Span<GapCause>>> others) {
    List<String> violations = new ArrayList<>();
    gaps.forEach(
        (id, expected) -> {
          List<Span<GapCause>> actual = others.getOrDefault(id, List.of());
          if (!actual.equals(expected)) {
            violations.add("%s of %s: %s, recomputed %s".formatted(what, id, actual, expected));
          }
        });
    others.keySet().stream()
        .filter(id -> !gaps.containsKey(id))
        .forEach(id -> violations.add(what + " of an unknown escalation " + id));
    return violations;
  }

  /** The newest state of every handoff. */
  public Map<UUID, HandoffState> latestHandoffs() {
    Map<UUID, HandoffState> latest = new TreeMap<>();
    for (HandoffEvent event : log.events(HandoffEvent.class)) {
      for (HandoffState handoff : event.handoffs()) {
        latest.merge(handoff.id(), handoff, (a, b) -> b.revision() > a.revision() ? b : a);
      }
    }
    return latest;
  }

  /** Handoffs that were accepted or assigned, by escalation. */
  public Map<UUID, List<HandoffState>> accepted() {
    return latestHandoffs().values().stream()
        .filter(h -> h.status().isTaken())
        .collect(Collectors.groupingBy(HandoffState::escalationId));
  }

  private interface Sink {
    void accept(String aggregate, long sequence);
  }

  private static void forEachAggregate(Event event, Sink sink) {
    switch (event) {
      case HandoffEvent e ->
          e.handoffs().forEach(h -> sink.accept("handoff " + h.id(), h.revision()));
      case GapEvent e -> e.gaps().forEach(g -> sink.accept("gap " + g.id(), g.revision()));
      case RestEvent e -> e.rests().forEach(r -> sink.accept("rest " + r.id(), r.revision()));
      default -> sink.accept(event.topic() + " " + kind(event) + event.key(), event.sequence());
    }
  }

  private static String kind(Event event) {
    String[] words = event.type().split("\\.");
    return words[2] + " ";
  }
}
