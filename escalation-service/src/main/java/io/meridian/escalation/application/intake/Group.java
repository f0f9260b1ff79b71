package io.meridian.escalation.application.intake;

import io.meridian.escalation.domain.Arrival;
import io.meridian.escalation.domain.Escalation;
import io.meridian.escalation.domain.EscalationChange;
import io.meridian.escalation.domain.IntakeDecision;
import io.meridian.escalation.store.TracedChange;
import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.gather.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The arrivals of a batch that are about one record, in the order they came. */
final class Group {

  /** Names a record of another system. */
  record Key(String system, String id) {
    static Key of(ExternalRef ref) {
      return new Key(ref.system(), ref.id());
    }
  }

  private final @Nullable ExternalRef ref;
  private final List<Waiting<TracedArrival, IntakeDecision>> arrivals = new ArrayList<>(1);

  private Group(@Nullable ExternalRef ref) {
    this.ref = ref;
  }

  /** Sorts arrivals by what they are about; one without a record is alone. */
  static List<Group> of(Collection<Waiting<TracedArrival, IntakeDecision>> batch) {
    List<Group> groups = new ArrayList<>(batch.size());
    Map<Key, Group> byKey = new HashMap<>(2 * batch.size());
    for (Waiting<TracedArrival, IntakeDecision> waiting : batch) {
      ExternalRef ref = waiting.item().arrival().ref();
      Group group = ref == null ? null : byKey.get(Key.of(ref));
      if (group == null) {
        group = new Group(ref);
        groups.add(group);
        if (ref != null) {
          byKey.put(Key.of(ref), group);
        }
      }
      group.arrivals.add(waiting);
    }
    return groups;
  }

  @Nullable ExternalRef ref() {
    return ref;
  }

  boolean isLikelyKnown() {
    return arrivals.stream().anyMatch(waiting -> waiting.item().arrival().isLikelyKnown());
  }

  /**
   * Decides one arrival after the other; one whose decision throws fails alone.
   *
   * @return empty if none is left
   */
  Optional<Verdict> decide(@Nullable Escalation known, UUID id, long number, Instant now) {
    List<IntakeDecision> decisions = new ArrayList<>(arrivals.size());
    List<EscalationEvent> events = new ArrayList<>(arrivals.size());
    Escalation state = known;
    Iterator<Waiting<TracedArrival, IntakeDecision>> each = arrivals.iterator();
    while (each.hasNext()) {
      Waiting<TracedArrival, IntakeDecision> waiting = each.next();
      Arrival arrival = waiting.item().arrival();
      try {
        IntakeDecision decision =
            state == null ? arrival.first(id, number, now) : arrival.next(state, now);
        decisions.add(decision);
        events.addAll(decision.events());
        state = decision.after();
      } catch (RuntimeException e) {
        each.remove();
        waiting.fail(e);
      }
    }
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Verdict(this, known, decisions, events));
  }

  void answer(List<IntakeDecision> decisions) {
    for (int i = 0; i < arrivals.size(); i++) {
      arrivals.get(i).answer(decisions.get(i));
    }
  }

  void fail(Throwable failure) {
    arrivals.forEach(waiting -> waiting.fail(failure));
  }

  /** What was decided for a group, not yet saved. */
  record Verdict(
      Group group,
      @Nullable Escalation known,
      List<IntakeDecision> decisions,
      List<EscalationEvent> events) {

    Escalation after() {
      return decisions.getLast().after();
    }

    /** False for repeats and late ones: nothing is to be written. */
    boolean isChange() {
      return after() != known;
    }

    TracedChange change() {
      return new TracedChange(
          new EscalationChange(known, after(), events),
          group.arrivals.getFirst().item().traceparent());
    }

    void answer() {
      group.answer(decisions);
    }
  }
}
