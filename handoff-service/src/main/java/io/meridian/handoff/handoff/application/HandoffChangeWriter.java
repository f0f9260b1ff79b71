package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffEvent;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.domain.Demand;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.ledger.application.AskedGaps;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what a moment does to the handoffs of many escalations, and writes it in sets. */
@ApplicationScoped
class HandoffChangeWriter {
  /** As many as an event holds at most. */
  private static final int PORTION = HandoffEvent.PACKED_MAX;

  private record Wanted(Holding row, Demand demand) {}

  private final HandoffStore handoffs;
  private final ShiftChangeStore shiftChanges;
  private final Briefings briefings;
  private final LoadStore loads;
  private final CurrentCalendar calendar;
  private final Timers timers;
  private final AskedGaps askedGaps;
  private final Outbox outbox;
  private final HandoffConfig config;

  HandoffChangeWriter(
      HandoffStore handoffs,
      ShiftChangeStore shiftChanges,
      Briefings briefings,
      LoadStore loads,
      CurrentCalendar calendar,
      Timers timers,
      AskedGaps askedGaps,
      Outbox outbox,
      HandoffConfig config) {
    this.handoffs = handoffs;
    this.shiftChanges = shiftChanges;
    this.briefings = briefings;
    this.loads = loads;
    this.calendar = calendar;
    this.timers = timers;
    this.askedGaps = askedGaps;
    this.outbox = outbox;
    this.config = config;
  }

  /** Moves the handoffs of those that demand it. */
  Uni<Void> move(StepContext context, List<Holding> rows) {
    List<Wanted> wanted = new ArrayList<>();
    Set<UUID> changes = new HashSet<>();
    Map<UUID, Severity> undrafted = new HashMap<>();
    for (Holding row : rows) {
      Demand demand = context.demand(row);
      if (!(demand instanceof Demand.Nothing)) {
        wanted.add(new Wanted(row, demand));
        if (beginningOf(demand, changes)) {
          undrafted.put(row.subject().escalationId(), row.subject().severity());
        }
      }
    }
    return wanted.isEmpty()
        ? Uni.createFrom().voidItem()
        : begun(context, changes, undrafted)
            .chain(
                gathered ->
                    Chunks.run(
                        wanted,
                        PORTION,
                        chunk -> {
                          chunk.forEach(one -> gathered.apply(one.demand(), one.row()));
                          return write(context.unit(), context.moment(), gathered.take());
                        }));
  }

  private Uni<HandoffChanges> begun(
      StepContext context, Set<UUID> changes, Map<UUID, Severity> undrafted) {
    UnitOfWork unit = context.unit();
    return Uni.combine()
        .all()
        .unis(
            handoffs.earlier(unit, changes, undrafted.keySet()),
            briefings.drafts(unit, undrafted),
            loads.withOffers(unit),
            calendar.in(unit))
        .with(
            (earlier, drafts, carried, inForce) ->
                new HandoffChanges(
                    context.moment(),
                    context.demands(),
                    inForce,
                    config,
                    earlier,
                    drafts,
                    carried));
  }

  /**
   * All statements are sent at once, in this order; the database has its work while the next chunk
   * is being decided.
   */
  private Uni<Void> write(UnitOfWork unit, DecisionTime moment, HandoffChanges.ChangeSet set) {
    return Uni.join()
        .all(
            shiftChanges.prepare(unit, set.changes(), moment.now(), lateness(moment)),
            handoffs.update(unit, set.changed(), moment.asOf()),
            handoffs.insert(unit, set.begun(), moment.now(), moment.asOf()),
            timers.plan(unit, set.timers()),
            outbox.append(unit, set.events()),
            askedGaps.ask(unit, set.askings()))
        .andFailFast()
        .replaceWithVoid();
  }

  /** Notes the shift changes whose handoffs are due, also those that have none. */
  Uni<Void> prepare(UnitOfWork unit, Collection<ShiftChange> due, DecisionTime moment) {
    return shiftChanges.prepare(unit, due, moment.now(), lateness(moment));
  }

  private Duration lateness(DecisionTime moment) {
    return moment.lateness(moment.due(moment.asOf()), config.latenessTolerance());
  }

  /** Notes the shift change that a handoff begins at; false when none begins. */
  private static boolean beginningOf(Demand demand, Set<UUID> ids) {
    Optional<ShiftChange> change =
        switch (demand) {
          case Demand.Begin begin -> Optional.of(begin.change());
          case Demand.Replace replace -> replace.change();
          default -> Optional.empty();
        };
    change.map(ShiftChange::id).ifPresent(ids::add);
    return change.isPresent();
  }
}
