package io.meridian.handoff.ledger.application;

import io.meridian.events.HandoffEvent;
import io.meridian.events.Person;
import io.meridian.events.RestEvent;
import io.meridian.events.RestState;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Rest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Packs changes of rests into as few events as the contract allows. */
final class RestEvents {
  private final Function<String, Person> people;
  private final Instant at;
  private final List<RestState> voided = new ArrayList<>();
  private final List<RestState> recorded = new ArrayList<>();

  /**
   * @param at when they are written down
   */
  RestEvents(Function<String, Person> people, Instant at) {
    this.people = people;
    this.at = at;
  }

  /** The rest is so now. */
  void recorded(Escalation escalation, Rest rest, long revision) {
    recorded.add(state(escalation, rest, revision));
  }

  /** The rest turned out never to have been. */
  void voided(Escalation escalation, Rest rest, long revision) {
    voided.add(state(escalation, rest, revision));
  }

  /** What was told: the void first. */
  List<RestEvent> list() {
    List<RestEvent> events = new ArrayList<>();
    HandoffEvent.packs(voided).forEach(pack -> events.add(new RestEvent.Voided(pack)));
    HandoffEvent.packs(recorded).forEach(pack -> events.add(new RestEvent.Recorded(pack)));
    return events;
  }

  private RestState state(Escalation escalation, Rest rest, long revision) {
    return new RestState(
        Rest.idOf(escalation.id(), rest.start()),
        escalation.id(),
        escalation.shortId(),
        escalation.customerId(),
        escalation.severity(),
        rest.start(),
        rest.end(),
        rest.cause(),
        rest.region(),
        people.apply(rest.tam()),
        revision,
        at);
  }
}
