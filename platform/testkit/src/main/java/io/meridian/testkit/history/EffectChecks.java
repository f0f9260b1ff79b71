package io.meridian.testkit.history;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.GapEvent;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.RestEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each effect once, and at the instant that the law says. */
final class EffectChecks {

  private final EventLog log;

  EffectChecks(EventLog log) {
    this.log = log;
  }

  /** Two different events must not tell of the same revision of one thing. */
  List<String> toldTwice() {
    List<String> violations = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (HandoffEvent event : log.events(HandoffEvent.class)) {
      event.handoffs().forEach(h -> tell(told, violations, "handoff", h.id(), h.revision()));
    }
    for (GapEvent event : log.events(GapEvent.class)) {
      event.gaps().forEach(g -> tell(told, violations, "gap", g.id(), g.revision()));
    }
    for (RestEvent event : log.events(RestEvent.class)) {
      event.rests().forEach(r -> tell(told, violations, "rest", r.id(), r.revision()));
    }
    for (AccountabilityEvent event : log.events(AccountabilityEvent.class)) {
      AccountabilityState state = event.accountability();
      tell(told, violations, "accountability", state.escalationId(), state.revision());
    }
    return violations;
  }

  private static void tell(
      Set<String> told, List<String> violations, String what, UUID id, long revision) {
    String one = what + " " + id + " revision " + revision;
    if (!told.add(one)) {
      violations.add(one + " was told twice");
    }
  }

  /**
   * An acceptance moves accountability to who accepted, at the later of the acceptance and the
   * start of the incoming shift; an assignment to who was assigned, then or at once; and nothing
   * else refers to that handoff.
   */
  List<String> acceptancesTakeEffect() {
    Map<UUID, Instant> starts = new HashMap<>();
    Map<UUID, HandoffState> accepted = new HashMap<>();
    for (HandoffEvent event : log.events(HandoffEvent.class)) {
      for (HandoffState handoff : event.handoffs()) {
        if (event instanceof HandoffEvent.Accepted
            || event instanceof HandoffEvent.AssignedByLead) {
          accepted.put(handoff.id(), handoff);
        } else if (!handoff.status().isTaken()) {
          starts.put(handoff.id(), handoff.effectiveFrom());
        }
      }
    }
    List<String> violations = new ArrayList<>();
    Set<UUID> moved = new HashSet<>();
    for (var event : log.events(AccountabilityEvent.Transferred.class)) {
      UUID id = event.accountability().handoffId();
      if (id != null) {
        moved.add(id);
        check(event.accountability(), accepted.get(id), starts.get(id), violations);
      }
    }
    accepted.keySet().stream()
        .filter(id -> !moved.contains(id))
        .forEach(id -> violations.add("accepted handoff " + id + " moved nothing"));
    return violations;
  }

  private static void check(
      AccountabilityState moved,
      @Nullable HandoffState accepted,
      @Nullable Instant shiftStart,
      List<String> violations) {
    if (accepted == null || accepted.acceptedAt() == null || accepted.to() == null) {
      violations.add(moved + " refers to a handoff that nobody accepted");
      return;
    }
    Instant at = accepted.acceptedAt();
    Instant lawful = shiftStart == null || at.isAfter(shiftStart) ? at : shiftStart;
    boolean assigned = accepted.status() == HandoffStatus.ASSIGNED_BY_LEAD;
    boolean right =
        (accepted.effectiveFrom().equals(lawful) || assigned && accepted.effectiveFrom().equals(at))
            && moved.start().equals(accepted.effectiveFrom())
            && (!assigned || moved.basis() == AccountabilityBasis.REASSIGNED)
            && accepted.to().id().equals(moved.tam().id())
            && accepted.escalationId().equals(moved.escalationId());
    if (!right) {
      violations.add("%s is not the effect of %s at %s".formatted(moved, accepted, lawful));
    }
  }
}
