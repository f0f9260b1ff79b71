package io.meridian.handoff.handoff.application;

import io.meridian.events.Event;
import io.meridian.events.HandoffAction;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.domain.Attempt;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.HandoffPlan;
import io.meridian.handoff.handoff.domain.ReadBack;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves of handoffs as events, packed by shift change. */
final class Announcements {

  /** What happened to a handoff; in the order in which one transaction's facts are told. */
  enum Fact {
    CANCELLED,
    WAITING,
    OFFERED,
    DECLINED,
    ESCALATED,
    BRIEFED,
    REGRADED,
    ACCEPTED,
    ASSIGNED,
    READ_BACK
  }

  private record Pack(Fact fact, UUID shiftChange) {}

  private final InForce people;
  private final Map<Pack, List<HandoffState>> packs = new LinkedHashMap<>();

  Announcements(InForce people) {
    this.people = people;
  }

  void add(Fact fact, HandoffWithSubject item) {
    packs
        .computeIfAbsent(
            new Pack(fact, item.handoff().plan().shiftChangeId()), p -> new ArrayList<>())
        .add(state(item, people));
  }

  /** The events, each with at most {@link HandoffEvent#PACKED_MAX} handoffs. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    packs.entrySet().stream()
        .sorted((a, b) -> a.getKey().fact().compareTo(b.getKey().fact()))
        .forEach(pack -> pack(pack.getKey().fact(), pack.getValue(), events));
    return events;
  }

  private static void pack(Fact fact, List<HandoffState> states, List<Event> events) {
    HandoffEvent.packs(states).forEach(part -> events.add(event(fact, part)));
  }

  private static HandoffEvent event(Fact fact, List<HandoffState> states) {
    return switch (fact) {
      case CANCELLED -> new HandoffEvent.Cancelled(states);
      case WAITING -> new HandoffEvent.WaitingForCoverage(states);
      case OFFERED -> new HandoffEvent.Offered(states);
      case DECLINED -> new HandoffEvent.Declined(states);
      case ESCALATED -> new HandoffEvent.EscalatedToLead(states);
      case BRIEFED -> new HandoffEvent.Briefed(states);
      case REGRADED -> new HandoffEvent.Regraded(states);
      case ACCEPTED -> new HandoffEvent.Accepted(states);
      case ASSIGNED -> new HandoffEvent.AssignedByLead(states);
      case READ_BACK -> new HandoffEvent.ReadBack(states);
    };
  }

  /** The published state of a handoff. */
  static HandoffState state(HandoffWithSubject item, InForce people) {
    Handoff handoff = item.handoff();
    HandoffPlan plan = handoff.plan();
    Stage stage = handoff.stage();
    Stage.@Nullable Taken taken = stage instanceof Stage.Taken t ? t : null;
    Stage.@Nullable AssignedByLead assigned = stage instanceof Stage.AssignedByLead a ? a : null;
    String to = handoff.to();
    return new HandoffState(
        plan.id(),
        plan.shiftChangeId(),
        plan.escalationId(),
        item.subject().shortId(),
        item.subject().severity(),
        stage.status(),
        people.person(plan.from()),
        plan.fromRegion(),
        to == null ? null : people.person(to),
        plan.toRegion(),
        plan.boundary(),
        handoff.offeredAt(),
        taken == null ? plan.start() : taken.effectiveFrom(),
        deadline(handoff),
        taken == null ? null : taken.at(),
        stage instanceof Stage.Cancelled cancelled ? cancelled.reason() : null,
        handoff.lateness(),
        handoff.attempts().stream().map(attempt -> attempt(attempt, people)).toList(),
        item.briefing(),
        assigned == null ? null : people.person(assigned.lead()),
        assigned != null
            && assigned.readBack() == null
            && ReadBack.isNeededFor(item.subject().severity()),
        taken == null ? null : taken.left().stream().map(Announcements::action).toList(),
        handoff.revision(),
        handoff.changedAt());
  }

  private static Instant deadline(Handoff handoff) {
    Instant acceptBy = handoff.acceptBy();
    return acceptBy == null ? handoff.plan().acceptBy() : acceptBy;
  }

  private static HandoffAction action(Briefing.Action action) {
    return new HandoffAction(action.text(), action.owner(), action.due());
  }

  private static HandoffAttempt attempt(Attempt attempt, InForce people) {
    return new HandoffAttempt(
        people.person(attempt.tam()),
        attempt.offeredAt(),
        attempt.outcome(),
        attempt.answeredAt(),
        attempt.reason(),
        attempt.routing());
  }
}
