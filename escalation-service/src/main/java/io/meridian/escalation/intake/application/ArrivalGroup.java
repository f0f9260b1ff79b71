package io.meridian.escalation.intake.application;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.store.EscalationChange;
import io.meridian.escalation.escalation.store.EscalationChange.Step;
import io.meridian.escalation.intake.domain.Arrival;
import io.meridian.escalation.intake.domain.IntakeDecision;
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
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The arrivals of a batch that are about one record, in the order they came, and what the last
 * round has decided for them.
 */
final class ArrivalGroup {
  private static final Logger LOG = Logger.getLogger(ArrivalGroup.class);

  /** Names a record of another system. */
  record Key(String system, String id) {
    static Key of(ExternalRef ref) {
      return new Key(ref.system(), ref.id());
    }
  }

  private final @Nullable ExternalRef ref;
  private final List<Waiting<ActedArrival, IntakeDecision>> arrivals = new ArrayList<>(1);
  private List<IntakeDecision> decisions = List.of();
  private @Nullable EscalationChange change;

  private ArrivalGroup(@Nullable ExternalRef ref) {
    this.ref = ref;
  }

  /** Sorts arrivals by what they are about; one without a record is alone. */
  static List<ArrivalGroup> of(Collection<Waiting<ActedArrival, IntakeDecision>> batch) {
    List<ArrivalGroup> groups = new ArrayList<>(batch.size());
    Map<Key, ArrivalGroup> byKey = new HashMap<>(2 * batch.size());
    for (Waiting<ActedArrival, IntakeDecision> waiting : batch) {
      ExternalRef ref = waiting.item().arrival().ref();
      ArrivalGroup group = ref == null ? null : byKey.get(Key.of(ref));
      if (group == null) {
        group = new ArrivalGroup(ref);
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
   * Adds the customers that its arrivals name; one that cannot tell is decided, and fails, alone.
   */
  void addCustomers(Set<UUID> customers) {
    for (Waiting<ActedArrival, IntakeDecision> waiting : arrivals) {
      try {
        UUID customer = waiting.item().arrival().customerId();
        if (customer != null) {
          customers.add(customer);
        }
      } catch (RuntimeException e) {
        LOG.debugf("%s names no customer: %s", waiting.item().arrival(), e);
      }
    }
  }

  /**
   * Decides one arrival after the other, whatever was decided before; one whose decision throws
   * fails alone.
   */
  void decide(
      @Nullable Escalation known, UUID id, long number, TermsByCustomer terms, Instant now) {
    List<IntakeDecision> decided = new ArrayList<>(arrivals.size());
    List<EscalationEvent> events = new ArrayList<>(arrivals.size());
    List<Step> steps = new ArrayList<>(arrivals.size());
    Escalation state = known;
    Iterator<Waiting<ActedArrival, IntakeDecision>> each = arrivals.iterator();
    while (each.hasNext()) {
      Waiting<ActedArrival, IntakeDecision> waiting = each.next();
      Arrival arrival = waiting.item().arrival();
      try {
        IntakeDecision decision =
            state == null ? arrival.first(id, number, terms, now) : arrival.next(state, terms, now);
        decided.add(decision);
        events.addAll(decision.events());
        if (decision.after() != state) {
          steps.add(new Step(waiting.item().act(), decision.after()));
        }
        state = decision.after();
      } catch (RuntimeException e) {
        each.remove();
        waiting.fail(e);
      }
    }
    decisions = decided;
    change =
        state == null || state == known ? null : new EscalationChange(known, state, events, steps);
  }

  /** What is to be saved; null after repeats and late ones, which change nothing. */
  @Nullable EscalationChange change() {
    return change;
  }

  /**
   * True if somebody else was faster: the decisions hold no longer.
   *
   * @param saved the ids of the escalations whose changes were saved
   */
  boolean isOvertaken(Set<UUID> saved) {
    return change != null && !saved.contains(change.after().id());
  }

  void answer() {
    for (int i = 0; i < arrivals.size(); i++) {
      arrivals.get(i).answer(decisions.get(i));
    }
  }

  void fail(Throwable failure) {
    arrivals.forEach(waiting -> waiting.fail(failure));
  }
}
