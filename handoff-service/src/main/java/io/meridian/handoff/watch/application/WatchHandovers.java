package io.meridian.handoff.watch.application;

import io.meridian.events.WatchEvent;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.duty.application.Deadlines;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.application.ShiftChangeListener;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.store.WatchStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Hands what is watched to every crew that comes on duty, whether a case is open or not, and tells
 * the lead when none of them has confirmed in time.
 */
@ApplicationScoped
public class WatchHandovers implements ShiftChangeListener {
  /** More are not watched at a time: nobody would. */
  static final int ITEMS_MAX = 500;

  private final WatchStore store;
  private final CurrentCalendar calendar;
  private final Timers timers;
  private final Outbox outbox;
  private final HandoffConfig config;

  WatchHandovers(
      WatchStore store,
      CurrentCalendar calendar,
      Timers timers,
      Outbox outbox,
      HandoffConfig config) {
    this.store = store;
    this.calendar = calendar;
    this.timers = timers;
    this.outbox = outbox;
    this.config = config;
  }

  @Override
  public Uni<Void> prepared(UnitOfWork unit, List<ShiftChange> open, Instant asOf) {
    List<ShiftChange> held = open.stream().filter(one -> one.incoming().isHeld()).toList();
    return held.stream()
        .map(change -> change.incoming().end())
        .max(Comparator.naturalOrder())
        .map(
            last ->
                store
                    .alive(unit, asOf, last, ITEMS_MAX)
                    .chain(items -> handOver(unit, items, held, asOf)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Items come to the crews of these shift changes, unless they have already. */
  Uni<Void> handOver(
      UnitOfWork unit, List<NamedItem> items, List<ShiftChange> changes, Instant at) {
    List<Handover> due = new ArrayList<>();
    for (ShiftChange change : changes) {
      Instant confirmBy = Deadlines.of(change, at, config);
      items.stream()
          .filter(one -> one.item().concerns(change.incoming().start(), change.incoming().end()))
          .forEach(one -> due.add(Handover.of(one.item().id(), change, confirmBy)));
    }
    return store
        .handOver(unit, due)
        .chain(
            fresh ->
                fresh.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tell(unit, fresh, byId(items), at, WatchEvent.HandedOver::new)
                        .chain(() -> timers.plan(unit, deadlines(fresh))));
  }

  @Override
  public Uni<Void> confirmBy(UnitOfWork unit, Instant asOf) {
    return store
        .takeOverdue(unit, asOf)
        .chain(
            overdue ->
                overdue.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : items(unit, overdue)
                        .chain(
                            items ->
                                tell(unit, overdue, items, asOf, WatchEvent.Unconfirmed::new)));
  }

  /** Tells something of handovers. */
  Uni<Void> tell(
      UnitOfWork unit,
      List<Handover> handovers,
      Map<UUID, NamedItem> items,
      Instant at,
      WatchLog.About event) {
    return calendar
        .in(unit)
        .chain(people -> outbox.append(unit, new WatchLog(people).of(handovers, items, at, event)));
  }

  private Uni<Map<UUID, NamedItem>> items(UnitOfWork unit, List<Handover> handovers) {
    return Multi.createFrom()
        .iterable(handovers.stream().map(Handover::itemId).distinct().toList())
        .onItem()
        .transformToUniAndConcatenate(id -> store.find(unit, id))
        .collect()
        .asList()
        .map(found -> byId(found.stream().flatMap(one -> one.stream()).toList()));
  }

  static Map<UUID, NamedItem> byId(List<NamedItem> items) {
    Map<UUID, NamedItem> byId = new HashMap<>();
    items.forEach(one -> byId.put(one.item().id(), one));
    return byId;
  }

  private static List<Timer> deadlines(List<Handover> handovers) {
    return handovers.stream()
        .map(one -> new Timer(Timer.Kind.CONFIRM_BY, one.confirmBy()))
        .distinct()
        .toList();
  }
}
