package io.meridian.testkit.history;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * I4: at every instant at which a TAM's duty ends, each escalation they were accountable for that
 * travels had a handoff of that boundary; nothing open crosses a shift change in silence. Computed
 * from the log alone.
 */
public final class CompletenessCheck {

  private final Collection<ShiftState> shifts;
  private final Map<UUID, List<HandoffState>> handoffs;

  /** Every state of every handoff, by escalation. */
  private final Map<UUID, List<HandoffState>> told;

  /** Of the handoffs in their newest states. */
  public CompletenessCheck(EventLog log, Map<UUID, HandoffState> latestHandoffs) {
    Map<UUID, ShiftState> latest = new TreeMap<>();
    for (ShiftEvent event : log.events(ShiftEvent.class)) {
      latest.merge(
          event.shift().id(), event.shift(), (a, b) -> b.revision() > a.revision() ? b : a);
    }
    this.shifts = latest.values();
    this.handoffs =
        latestHandoffs.values().stream().collect(Collectors.groupingBy(HandoffState::escalationId));
    this.told =
        log.events(HandoffEvent.class).stream()
            .flatMap(event -> event.handoffs().stream())
            .collect(Collectors.groupingBy(HandoffState::escalationId));
  }

  /** Boundaries crossed without a handoff, of those before {@code until}. */
  public List<String> violations(Map<UUID, RecomputedLedger> ledgers, Instant until) {
    List<String> violations = new ArrayList<>();
    for (RecomputedLedger ledger : ledgers.values()) {
      for (Span<String> held : ledger.accountable()) {
        for (Instant end : dutyEnds(held.value())) {
          boolean crossed = end.isAfter(held.start()) && end.isBefore(held.end());
          boolean handedOverAt = end.equals(held.end()) && isOpenAt(ledger, end);
          if ((crossed || handedOverAt)
              && ledger.regimeAt(end.minusMillis(1)).travels()
              && ledger.regimeAt(end).travels()
              && end.isBefore(until)
              && !hasHandoff(ledger, held.value(), end)) {
            violations.add(
                "%s crossed the end of duty of %s at %s without a handoff"
                    .formatted(ledger.escalationId(), held.value(), end));
          }
        }
      }
    }
    return violations;
  }

  /**
   * How many (escalation, boundary) pairs were looked at: a run that crossed none proves nothing.
   */
  public long crossings(Map<UUID, RecomputedLedger> ledgers, Instant until) {
    return ledgers.values().stream()
        .flatMap(
            ledger ->
                ledger.accountable().stream()
                    .flatMap(
                        held ->
                            dutyEnds(held.value()).stream()
                                .filter(e -> e.isAfter(held.start()) && !e.isAfter(held.end()))))
        .filter(e -> e.isBefore(until))
        .count();
  }

  private boolean hasHandoff(RecomputedLedger ledger, String tam, Instant boundary) {
    return handoffs.getOrDefault(ledger.escalationId(), List.of()).stream()
        .filter(h -> h.from().id().equals(tam))
        .anyMatch(h -> h.boundary().equals(boundary) || wasAgreed(h, boundary));
  }

  /**
   * Somebody had accepted already, from then on or later, when the duty ended early; whatever
   * became of it afterwards.
   */
  private boolean wasAgreed(HandoffState handoff, Instant boundary) {
    return told.getOrDefault(handoff.escalationId(), List.of()).stream()
        .filter(h -> h.id().equals(handoff.id()) && h.changedAt().isBefore(boundary))
        .max(Comparator.comparingLong(HandoffState::revision))
        .filter(h -> h.acceptedAt() != null && h.acceptedAt().isBefore(boundary))
        .filter(h -> !h.effectiveFrom().isBefore(boundary))
        .isPresent();
  }

  private static boolean isOpenAt(RecomputedLedger ledger, Instant at) {
    return ledger.open().stream().anyMatch(span -> span.covers(at));
  }

  /** Ends of a TAM's duty: a shift of theirs ends and none of theirs goes on. */
  private TreeSet<Instant> dutyEnds(String tam) {
    List<ShiftState> own = shifts.stream().filter(s -> holds(s, tam)).toList();
    return own.stream()
        .map(ShiftState::end)
        .filter(end -> own.stream().noneMatch(s -> !s.start().isAfter(end) && s.end().isAfter(end)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean holds(ShiftState shift, String tam) {
    return shift.primary() != null && shift.primary().id().equals(tam)
        || shift.secondary() != null && shift.secondary().id().equals(tam);
  }
}
