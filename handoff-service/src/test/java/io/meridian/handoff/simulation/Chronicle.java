package io.meridian.handoff.simulation;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.Event;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.StayEvent;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.simulation.Tables.Owned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** What became of escalations on the {@link Globe}, in words and home time. */
final class Chronicle {
  private final Globe globe;
  private final Tables tables;

  Chronicle(Globe globe) {
    this.globe = globe;
    this.tables = globe.house.tables;
  }

  /**
   * Whose it was and what they did, from each instant on: "Mon 16:00 emma rests HOME_HOURS". Parts
   * that are no partition say both.
   */
  List<String> ledger(Case of) {
    globe.house.keepRests(globe.now());
    List<Accountability> owners =
        tables.accountability.get(of.id(), List.of()).stream().map(Owned::interval).toList();
    List<LedgerGap> gaps = tables.gaps.get(of.id(), List.of());
    List<LedgerRest> rests = tables.rests.get(of.id(), List.of());
    TreeSet<Instant> cuts = new TreeSet<>();
    owners.forEach(o -> add(cuts, o.start(), o.end()));
    gaps.forEach(g -> add(cuts, g.gap().start(), g.gap().end()));
    rests.forEach(r -> add(cuts, r.rest().start(), r.rest().end()));
    List<String> parts = new ArrayList<>();
    for (Instant cut : cuts) {
      List<String> said = new ArrayList<>();
      owners.stream().filter(o -> o.covers(cut)).forEach(o -> said.add(o.tam()));
      gaps.stream()
          .map(LedgerGap::gap)
          .filter(g -> covers(g.start(), g.end(), cut))
          .forEach(
              g -> said.add("gap " + g.reason().cause() + (g.reason().agreed() ? " agreed" : "")));
      rests.stream()
          .map(LedgerRest::rest)
          .filter(r -> covers(r.start(), r.end(), cut))
          .forEach(r -> said.add("rests " + r.cause()));
      if (said.size() == 1) {
        said.add("attends");
      }
      parts.add(globe.words(cut) + " " + String.join(" ", said));
    }
    return parts;
  }

  private void add(Set<Instant> cuts, Instant start, Instant end) {
    Stream.of(start, end == null ? Instant.MAX : end)
        .filter(at -> at.isBefore(globe.now()))
        .forEach(cuts::add);
  }

  private static boolean covers(Instant start, Instant end, Instant at) {
    return !at.isBefore(start) && (end == null || at.isBefore(end));
  }

  /** What the service told about it since an instant, gaps and rests apart, each in words. */
  List<String> told(Case of, String since) {
    List<String> told = new ArrayList<>();
    for (Event event : tables.log.values()) {
      if (event.time().isBefore(globe.at(since))) {
        continue;
      }
      switch (event) {
        case AccountabilityEvent e when e.accountability().escalationId().equals(of.id()) ->
            told.add(line(e));
        case HandoffEvent e ->
            e.handoffs().stream()
                .filter(h -> h.escalationId().equals(of.id()))
                .forEach(h -> told.add(line(e, h)));
        default -> {}
      }
    }
    return told;
  }

  private String line(AccountabilityEvent event) {
    AccountabilityState state = event.accountability();
    String what =
        switch (event) {
          case AccountabilityEvent.RegimeChanged e ->
              state.resolved() ? "RESOLVED" : state.serviceHours() + " in " + state.homeRegion();
          case AccountabilityEvent.Held e ->
              state.tam().id() + " until " + globe.words(state.holdUntil());
          case AccountabilityEvent.Ended e -> globe.words(state.end());
          default -> state.tam().id() + " " + state.basis();
        };
    return globe.words(event.time()) + " " + event.getClass().getSimpleName() + " " + what;
  }

  private String line(HandoffEvent event, HandoffState state) {
    Object asked = state.to() == null ? state.toRegion() : state.to().id();
    Object what = state.cancelReason() == null ? asked : state.cancelReason();
    return globe.words(event.time()) + " " + event.getClass().getSimpleName() + " " + what;
  }

  /** Its gaps as they were told last: "Sat 10:00 - Sat 14:00 agreed". */
  List<String> gaps(Case of) {
    Map<UUID, GapState> latest = new LinkedHashMap<>();
    for (Event event : tables.log.values()) {
      if (event instanceof GapEvent gaps) {
        gaps.gaps().stream()
            .filter(gap -> gap.escalationId().equals(of.id()))
            .forEach(gap -> latest.put(gap.id(), gap));
      }
    }
    return latest.values().stream()
        .map(
            gap ->
                "%s - %s %s"
                    .formatted(
                        globe.words(gap.start()),
                        gap.end() == null ? "open" : globe.words(gap.end()),
                        gap.agreed() ? "agreed" : "not agreed"))
        .toList();
  }

  /** What was decided about what a TAM has at home: "Mon 16:00 emma in EMEA back Tue 08:00". */
  List<String> decided(String tam) {
    return tables.log.values().stream()
        .filter(StayEvent.class::isInstance)
        .map(event -> ((StayEvent) event).stay())
        .filter(stay -> stay.tam().id().equals(tam))
        .map(
            stay ->
                "%s %s in %s %s"
                    .formatted(
                        globe.words(stay.since()),
                        stay.tam().id(),
                        stay.region(),
                        stay.until() == null ? "leaves it" : "back " + globe.words(stay.until())))
        .toList();
  }

  /** How long it rested. */
  Duration rested(Case of) {
    globe.house.keepRests(globe.now());
    return tables.rests.get(of.id(), List.of()).stream()
        .map(LedgerRest::rest)
        .map(r -> Duration.between(r.start(), Objects.requireNonNullElse(r.end(), globe.now())))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
