package io.meridian.testkit.history;

import io.meridian.events.StayEvent;
import io.meridian.events.StayState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was decided to stay at home, as was told. */
final class ToldStays {
  private final Map<String, List<StayState>> byHome = new HashMap<>();

  void tell(StayEvent event) {
    byHome.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event.stay());
  }

  static ToldStays of(EventLog log) {
    ToldStays told = new ToldStays();
    log.events(StayEvent.class).forEach(told::tell);
    return told;
  }

  /**
   * Whether what they have there stays theirs at the instant: the last decision of before counts.
   */
  boolean keeps(String tam, String region, Instant at) {
    return of(tam, region).stream()
        .filter(stay -> !stay.since().isAfter(at))
        .max(Comparator.comparing(StayState::since).thenComparing(StayState::revision))
        .filter(stay -> stay.until() != null && at.isBefore(stay.until()))
        .isPresent();
  }

  /** Every instant at which a decision about a TAM begins to count or ends. */
  List<Instant> edges(String tam) {
    List<Instant> edges = new ArrayList<>();
    byHome.values().stream()
        .flatMap(List::stream)
        .filter(stay -> stay.tam().id().equals(tam))
        .forEach(
            stay -> {
              edges.add(stay.since());
              if (stay.until() != null) {
                edges.add(stay.until());
              }
            });
    return edges;
  }

  private List<StayState> of(String tam, String region) {
    return byHome.getOrDefault(tam + "-" + region, List.of());
  }
}
