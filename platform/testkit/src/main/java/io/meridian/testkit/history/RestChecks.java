package io.meridian.testkit.history;

import io.meridian.events.RestCause;
import io.meridian.events.RestEvent;
import io.meridian.events.RestState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Rests as they were told, against those recomputed from the log. */
public final class RestChecks {
  private final EventLog log;
  private final Instant until;
  private final Map<UUID, List<Span<RestCause>>> rests;

  RestChecks(EventLog log, Instant until, Map<UUID, List<Span<RestCause>>> recomputed) {
    this.log = log;
    this.until = until;
    this.rests = recomputed;
  }

  /**
   * I7: every rest that was told lies in a recomputed one of the same cause. They are told within
   * the hour: one may be missing, or have ended.
   */
  public List<String> told() {
    List<String> violations = new ArrayList<>();
    for (RestState rest : latest().values()) {
      boolean right =
          rests.getOrDefault(rest.escalationId(), List.of()).stream()
              .filter(span -> span.covers(rest.start()) && span.value() == rest.cause())
              .anyMatch(span -> rest.end() == null || !rest.end().isAfter(span.end()));
      if (!right) {
        violations.add(
            "%s, recomputed %s"
                .formatted(rest, rests.getOrDefault(rest.escalationId(), List.of())));
      }
    }
    return violations;
  }

  /** I7: the rests as told equal the recomputed ones, where all are written down. */
  public List<String> complete() {
    Map<UUID, List<Span<RestCause>>> published = new TreeMap<>();
    latest().values().stream()
        .sorted(Comparator.comparing(RestState::start))
        .forEach(
            r ->
                RecomputedGaps.append(
                    published.computeIfAbsent(r.escalationId(), id -> new ArrayList<>()),
                    new Span<>(r.start(), r.end() == null ? until : r.end(), r.cause())));
    List<String> violations = new ArrayList<>();
    rests.forEach(
        (id, expected) -> {
          List<Span<RestCause>> actual = published.getOrDefault(id, List.of());
          if (!actual.equals(expected)) {
            violations.add("of %s: %s, recomputed %s".formatted(id, actual, expected));
          }
        });
    return violations;
  }

  private Map<UUID, RestState> latest() {
    Map<UUID, RestState> newest = new TreeMap<>();
    Set<UUID> voided = new HashSet<>();
    for (RestEvent event : log.events(RestEvent.class)) {
      for (RestState rest : event.rests()) {
        RestState winner =
            newest.merge(rest.id(), rest, (a, b) -> b.revision() > a.revision() ? b : a);
        if (winner.equals(rest)) {
          boolean isVoid = event instanceof RestEvent.Voided;
          boolean changed = isVoid ? voided.add(rest.id()) : voided.remove(rest.id());
          assert changed || !isVoid;
        }
      }
    }
    newest.keySet().removeAll(voided);
    return newest;
  }
}
