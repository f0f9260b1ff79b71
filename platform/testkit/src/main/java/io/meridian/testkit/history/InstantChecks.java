package io.meridian.testkit.history;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.EffectEvent;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** I5: what happens by time alone is told once, and told at all. */
final class InstantChecks {
  private final EventLog log;
  private final Instant until;

  /**
   * @param until what happens before this instant must have been told
   */
  InstantChecks(EventLog log, Instant until) {
    this.log = log;
    this.until = until;
  }

  /** Accountability that was passed in advance, and stood, was told again when it took effect. */
  List<String> effects(Map<UUID, RecomputedLedger> ledgers) {
    Set<String> due = new TreeSet<>();
    for (AccountabilityEvent event : log.events(AccountabilityEvent.Transferred.class)) {
      AccountabilityState state = event.accountability();
      RecomputedLedger ledger = ledgers.get(state.escalationId());
      boolean stood =
          ledger != null
              && ledger.accountable().stream()
                  .anyMatch(
                      span ->
                          span.start().equals(state.start())
                              && span.value().equals(state.tam().id()));
      if (stood && state.start().isAfter(state.changedAt()) && state.start().isBefore(until)) {
        due.add(said(state));
      }
    }
    Set<String> told = new TreeSet<>();
    List<String> violations = new ArrayList<>();
    for (EffectEvent event : log.events(EffectEvent.class)) {
      if (!told.add(said(event.accountability()))) {
        violations.add("told twice: " + said(event.accountability()));
      }
    }
    return compared(due, told, violations);
  }

  /** Each shift that is over was told to be, when it was. */
  List<String> ends() {
    Map<UUID, ShiftState> latest = new TreeMap<>();
    Map<UUID, Instant> ended = new HashMap<>();
    List<String> violations = new ArrayList<>();
    for (ShiftEvent event : log.events(ShiftEvent.class)) {
      ShiftState shift = event.shift();
      latest.merge(shift.id(), shift, (a, b) -> b.revision() > a.revision() ? b : a);
      if (event instanceof ShiftEvent.Ended && ended.put(shift.id(), shift.end()) != null) {
        violations.add("told twice: end of " + shift);
      }
    }
    Set<String> due = new TreeSet<>();
    latest.values().stream()
        .filter(shift -> shift.end().isBefore(until))
        .forEach(shift -> due.add("end of shift " + shift.id() + " at " + shift.end()));
    Set<String> told = new TreeSet<>();
    ended.forEach((id, end) -> told.add("end of shift " + id + " at " + end));
    return compared(due, told, violations);
  }

  private static String said(AccountabilityState state) {
    return "%s of %s at %s".formatted(state.tam().id(), state.escalationId(), state.start());
  }

  private static List<String> compared(Set<String> due, Set<String> told, List<String> found) {
    Set<String> silent = new HashSet<>(due);
    silent.removeAll(told);
    silent.forEach(one -> found.add("never told: " + one));
    return found;
  }
}
