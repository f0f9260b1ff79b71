package io.meridian.handoff.messaging;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.Tier;
import io.meridian.events.Topic;
import io.meridian.handoff.handoff.application.briefing.ServiceLevels;
import io.meridian.handoff.handoff.application.briefing.Timelines;
import io.meridian.handoff.ledger.application.CustomerReplica;
import io.meridian.handoff.ledger.application.EscalationFollower;
import io.meridian.handoff.watch.application.OpenedItems;
import io.meridian.runtime.consumer.EventConsumer;
import io.meridian.runtime.consumer.Received;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Customers, service levels and escalations: the replicas, and the ledgers that follow the
 * escalations' lives.
 */
@ApplicationScoped
public class ReplicaConsumer implements EventConsumer {

  private final CustomerReplica customers;
  private final Timelines timelines;
  private final ServiceLevels serviceLevels;
  private final EscalationFollower follower;
  private final OpenedItems watched;

  ReplicaConsumer(
      CustomerReplica customers,
      ServiceLevels serviceLevels,
      Timelines timelines,
      EscalationFollower follower,
      OpenedItems watched) {
    this.customers = customers;
    this.serviceLevels = serviceLevels;
    this.timelines = timelines;
    this.follower = follower;
    this.watched = watched;
  }

  @Override
  public String name() {
    return "replica";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CUSTOMERS, Topic.ESCALATIONS);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unit, List<Received> batch) {
    List<EscalationEvent> escalations = new ArrayList<>();
    Map<UUID, CustomerState> newest = new HashMap<>();
    Map<Tier, SlaPolicyState> policies = new EnumMap<>(Tier.class);
    for (Received received : batch) {
      if (received.event() instanceof EscalationEvent event) {
        escalations.add(event);
      } else if (received.event() instanceof CustomerEvent event) {
        newest.merge(
            event.customerId(), event.customer(), (a, b) -> b.revision() > a.revision() ? b : a);
      } else if (received.event() instanceof SlaPolicyEvent event) {
        SlaPolicyState policy = event.policy();
        policies.merge(policy.tier(), policy, (a, b) -> b.revision() > a.revision() ? b : a);
      }
    }
    return customers
        .follow(unit, newest.values())
        .chain(() -> serviceLevels.follow(unit, policies.values()))
        .chain(() -> escalations(unit, escalations));
  }

  private Uni<Void> escalations(UnitOfWork unit, List<EscalationEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return timelines
        .follow(unit, events)
        .chain(
            () -> follower.follow(unit, events.stream().map(EscalationEvent::escalation).toList()))
        .chain(() -> watched.follow(unit, events));
  }
}
