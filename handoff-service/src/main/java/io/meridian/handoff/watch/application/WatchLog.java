package io.meridian.handoff.watch.application;

import io.meridian.events.Event;
import io.meridian.events.Person;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchHandover;
import io.meridian.events.WatchItemState;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.domain.WatchItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What is told of watch items, in the words of the published language. */
final class WatchLog {
  private final InForce people;

  WatchLog(InForce people) {
    this.people = people;
  }

  /** One kind of event about a handover. */
  interface About {
    Event of(WatchHandover handover, List<WatchItemState> items);
  }

  /** One event for each crew, about all that comes to it. */
  List<Event> of(
      Collection<Handover> handovers, Map<UUID, NamedItem> items, Instant at, About event) {
    Map<UUID, List<Handover>> byShift = new LinkedHashMap<>();
    handovers.forEach(
        one -> byShift.computeIfAbsent(one.shiftId(), shift -> new ArrayList<>()).add(one));
    return byShift.values().stream()
        .map(
            crew ->
                event.of(
                    handover(crew.getFirst(), at),
                    crew.stream()
                        .map(one -> state(Objects.requireNonNull(items.get(one.itemId()))))
                        .toList()))
        .toList();
  }

  Event added(NamedItem item, List<String> crews) {
    return new WatchEvent.Added(List.of(state(item)), crews.stream().map(people::person).toList());
  }

  Event withdrawn(NamedItem item) {
    return new WatchEvent.Withdrawn(List.of(state(item)));
  }

  Event escalated(NamedItem item) {
    return new WatchEvent.Escalated(List.of(state(item)));
  }

  private WatchHandover handover(Handover one, Instant at) {
    String by = one.confirmedBy();
    return new WatchHandover(
        one.shiftChangeId(),
        one.fromRegion(),
        one.toRegion(),
        one.boundary(),
        one.shiftId(),
        one.start(),
        one.confirmBy(),
        crew(one).map(people::person).toList(),
        lead(one),
        by == null ? null : people.person(by),
        at);
  }

  private static Stream<String> crew(Handover one) {
    return Stream.of(one.primary(), one.secondary()).filter(Objects::nonNull).distinct();
  }

  private Person lead(Handover one) {
    String crew = crew(one).findFirst().orElse("");
    return people.person(people.region(one.toRegion()).map(Region::lead).orElse(crew));
  }

  private WatchItemState state(NamedItem named) {
    WatchItem item = named.item();
    WatchItem.Ending ending = item.ending();
    return new WatchItemState(
        item.id(),
        item.customerId(),
        named.customer(),
        item.what(),
        item.whatIf(),
        item.from(),
        item.until(),
        item.state(),
        people.person(item.madeBy()),
        ending == null ? null : people.person(ending.by()),
        ending == null ? null : ending.severity(),
        item.revision(),
        ending == null ? item.madeAt() : ending.at());
  }
}
