package io.meridian.handoff.handoff.domain;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.routing.OfferRouting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may be asked at a shift change: the incoming shift's primary and secondary, then others on
 * duty in the incoming region; {@link OfferRouting} chooses among them.
 */
public final class Candidates {
  private final List<OfferRouting.Candidate> inOrder;

  private Candidates(List<OfferRouting.Candidate> inOrder) {
    this.inOrder = inOrder;
  }

  /** The candidates of an incoming shift as of an instant (its start when that is later). */
  public static Candidates of(Shift incoming, Roster roster, Instant at) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    addHolders(all, incoming);
    if (incoming.isHeld()) {
      Instant then = at.isBefore(incoming.start()) ? incoming.start() : at;
      roster.covering(then).stream()
          .filter(shift -> shift.region().equals(incoming.region()))
          .forEach(shift -> addHolders(all, shift));
    }
    return new Candidates(
        all.entrySet().stream()
            .map(entry -> new OfferRouting.Candidate(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Those who may be asked: primaries and secondaries, of the incoming shift first. */
  public List<OfferRouting.Candidate> all() {
    return inOrder;
  }

  /** Whether anybody but the TAM may be asked. */
  public boolean anyBut(String tam) {
    return inOrder.stream().anyMatch(candidate -> !candidate.tam().equals(tam));
  }

  /** Whether the TAM may be asked. */
  public boolean contains(String tam) {
    return inOrder.stream().anyMatch(candidate -> candidate.tam().equals(tam));
  }

  private static void addHolders(Map<String, Boolean> all, Shift shift) {
    if (shift.primary() != null) {
      all.putIfAbsent(shift.primary(), true);
    }
    if (shift.secondary() != null) {
      all.putIfAbsent(shift.secondary(), false);
    }
  }
}
