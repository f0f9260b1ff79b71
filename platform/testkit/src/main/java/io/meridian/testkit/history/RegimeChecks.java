package io.meridian.testkit.history;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Event;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.ServiceHours;
import io.meridian.events.StayEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Whether escalations travel as was said, and nothing else does. */
public final class RegimeChecks {
  private final EventLog log;
  private final Map<UUID, RecomputedLedger> ledgers;
  private final RecomputedGaps recomputed;

  RegimeChecks(EventLog log, Map<UUID, RecomputedLedger> ledgers, RecomputedGaps recomputed) {
    this.log = log;
    this.ledgers = ledgers;
    this.recomputed = recomputed;
  }

  /**
   * I13: nothing that rests or stays at home is offered to anybody, and what lives in a region only
   * there. By the order of the log: call it when that is the order in which things happened.
   */
  public List<String> travelling() {
    Map<UUID, ToldRegime> regimes = new HashMap<>();
    ToldStays stays = new ToldStays();
    List<String> violations = new ArrayList<>();
    for (Event event : log.events(Event.class)) {
      switch (event) {
        case AccountabilityEvent told when told.accountability().serviceHours() != null ->
            regimes.put(told.accountability().escalationId(), ToldRegime.of(told.accountability()));
        case StayEvent told -> stays.tell(told);
        case HandoffEvent.Offered offered ->
            offered.handoffs().forEach(h -> travels(h, regimes, stays, violations));
        case HandoffEvent.WaitingForCoverage waiting ->
            waiting.handoffs().forEach(h -> travels(h, regimes, stays, violations));
        default -> {}
      }
    }
    return violations;
  }

  private void travels(
      HandoffState handoff,
      Map<UUID, ToldRegime> regimes,
      ToldStays stays,
      List<String> violations) {
    ToldRegime regime = regimes.getOrDefault(handoff.escalationId(), ToldRegime.TRAVELS);
    String home = regime.livesIn();
    String from = handoff.from().id();
    Instant at = handoff.changedAt();
    boolean isKept =
        handoff.lateness().isZero()
            && !handoff.boundary().isAfter(at)
            && home != null
            && stays.keeps(from, home, at)
            && !recomputed.onDuty(from, at);
    if (regime.resolved() || isKept || home != null && !home.equals(handoff.toRegion())) {
      violations.add("offered though %s: %s".formatted(regime, handoff));
    }
  }

  /** I13: whether each escalation travels is what escalation-service said last. */
  public List<String> served() {
    Map<UUID, EscalationState> said = new TreeMap<>();
    for (EscalationEvent event : log.events(EscalationEvent.class)) {
      EscalationState state = event.escalation();
      said.merge(state.id(), state, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    List<String> violations = new ArrayList<>();
    said.forEach(
        (id, state) -> {
          RecomputedLedger ledger = ledgers.get(id);
          if (state.closedAt() == null && ledger != null && !ledger.regimes().isEmpty()) {
            ToldRegime told = ledger.regimes().getLast().value();
            boolean atHome = state.hours() == ServiceHours.HOME_REGION;
            boolean resolved = state.status() == EscalationStatus.RESOLVED;
            if (told.resolved() != resolved || !resolved && atHome == told.travels()) {
              violations.add("%s is %s, told %s".formatted(id, state, told));
            }
          }
        });
    return violations;
  }
}
