package io.meridian.handoff.application.handoff;

import io.meridian.events.Event;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.handoff.application.calendar.InForce;
import io.meridian.handoff.domain.handoff.Attempt;
import io.meridian.handoff.domain.handoff.Handoff;
import io.meridian.handoff.domain.handoff.Passage;
import io.meridian.handoff.domain.handoff.Stage;
import io.meridian.handoff.store.handoff.Item;
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
    ACCEPTED
  }

  private record Pack(Fact fact, UUID shiftChange) {}

  private final InForce people;
  private final Map<Pack, List<HandoffState>> packs = new LinkedHashMap<>();

  Announcements(InForce people) {
    this.people = people;
  }

  void add(Fact fact, Item item) {
    packs
        .computeIfAbsent(
            new Pack(fact, item.handoff().passage().shiftChangeId()), p -> new ArrayList<>())
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
    for (int from = 0; from < states.size(); from += HandoffEvent.PACKED_MAX) {
      int to = Math.min(states.size(), from + HandoffEvent.PACKED_MAX);
      events.add(event(fact, List.copyOf(states.subList(from, to))));
    }
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
    };
  }

  /** The published state of a handoff. */
  static HandoffState state(Item item, InForce people) {
    Handoff handoff = item.handoff();
    Passage passage = handoff.passage();
    Stage stage = handoff.stage();
    Stage.@Nullable Accepted accepted = stage instanceof Stage.Accepted a ? a : null;
    String to = handoff.to();
    return new HandoffState(
        passage.id(),
        passage.shiftChangeId(),
        passage.escalationId(),
        item.subject().shortId(),
        item.subject().severity(),
        stage.status(),
        people.person(passage.from()),
        passage.fromRegion(),
        to == null ? null : people.person(to),
        passage.toRegion(),
        passage.boundary(),
        handoff.offeredAt(),
        accepted == null ? passage.start() : accepted.effectiveFrom(),
        deadline(handoff),
        accepted == null ? null : accepted.at(),
        stage instanceof Stage.Cancelled cancelled ? cancelled.reason() : null,
        handoff.lateness(),
        handoff.attempts().stream().map(attempt -> attempt(attempt, people)).toList(),
        item.briefing(),
        handoff.revision(),
        handoff.changedAt());
  }

  private static Instant deadline(Handoff handoff) {
    Instant acceptBy = handoff.acceptBy();
    return acceptBy == null ? handoff.passage().acceptBy() : acceptBy;
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
