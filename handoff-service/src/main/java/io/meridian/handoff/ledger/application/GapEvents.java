package io.meridian.handoff.ledger.application;

import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.Person;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.store.GapStore.GapRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Packs changes of gaps that are alike into as few events as the contract allows. */
final class GapEvents {

  private enum Fact {
    VOIDED,
    CLOSED,
    OPENED
  }

  private record Pack(Fact fact, Instant at, @Nullable UUID shiftChangeId) {}

  private final Function<String, Person> people;
  private final Map<Pack, List<GapState>> packs = new LinkedHashMap<>();

  GapEvents(Function<String, Person> people) {
    this.people = people;
  }

  /** The gap has been added or changed. */
  void changed(Escalation escalation, Gap gap, GapRevision written) {
    Instant end = gap.end();
    Instant at = end == null ? gap.start() : end;
    add(end == null ? Fact.OPENED : Fact.CLOSED, escalation, gap, written, at);
  }

  /** Somebody is asked in a gap that ran before anybody was; told as one that has opened. */
  void asked(Escalation escalation, Gap gap, GapRevision written, Instant at) {
    add(Fact.OPENED, escalation, gap, written, at);
  }

  /** The gap turned out never to have been. */
  void voided(Escalation escalation, Gap gap, GapRevision written, Instant at) {
    add(Fact.VOIDED, escalation, gap, written, at);
  }

  /** What was told: the void and the closed first. */
  List<GapEvent> list() {
    List<GapEvent> events = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      packs.forEach(
          (pack, states) -> {
            if (pack.fact() == fact) {
              split(fact, states, events);
            }
          });
    }
    return events;
  }

  private void add(Fact fact, Escalation escalation, Gap gap, GapRevision written, Instant at) {
    packs
        .computeIfAbsent(
            new Pack(fact, at, gap.reason().shiftChangeId()), pack -> new ArrayList<>())
        .add(state(escalation, gap, written, at));
  }

  private static void split(Fact fact, List<GapState> states, List<GapEvent> events) {
    for (List<GapState> part : HandoffEvent.packs(states)) {
      events.add(
          switch (fact) {
            case OPENED -> new GapEvent.Opened(part);
            case CLOSED -> new GapEvent.Closed(part);
            case VOIDED -> new GapEvent.Voided(part);
          });
    }
  }

  private GapState state(Escalation escalation, Gap gap, GapRevision written, Instant at) {
    Asked asked = written.asked();
    return new GapState(
        Gap.idOf(escalation.id(), gap.start()),
        escalation.id(),
        escalation.shortId(),
        escalation.customerId(),
        escalation.severity(),
        gap.start(),
        gap.end(),
        gap.reason().cause(),
        gap.reason().fromRegion(),
        gap.reason().toRegion(),
        people.apply(gap.reason().tam()),
        asked == null ? null : people.apply(asked.tam()),
        asked == null ? null : asked.since(),
        gap.reason().shiftChangeId(),
        gap.reason().agreed(),
        written.revision(),
        at);
  }
}
