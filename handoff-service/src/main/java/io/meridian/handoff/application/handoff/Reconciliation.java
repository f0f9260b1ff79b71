package io.meridian.handoff.application.handoff;

import io.meridian.events.BriefingStatus;
import io.meridian.events.HandoffEvent;
import io.meridian.events.Severity;
import io.meridian.handoff.application.briefing.Briefings;
import io.meridian.handoff.application.calendar.CurrentCalendar;
import io.meridian.handoff.application.timer.Timers;
import io.meridian.handoff.domain.calendar.Interval;
import io.meridian.handoff.domain.duty.Roster;
import io.meridian.handoff.domain.handoff.Demand;
import io.meridian.handoff.domain.handoff.Demands;
import io.meridian.handoff.domain.shiftchange.ShiftChange;
import io.meridian.handoff.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.store.handoff.HandoffStore;
import io.meridian.handoff.store.handoff.HandoffStore.Pair;
import io.meridian.handoff.store.handoff.Holding;
import io.meridian.handoff.store.handoff.HoldingStore;
import io.meridian.handoff.store.handoff.HoldingStore.Group;
import io.meridian.handoff.store.handoff.ShiftChangeStore;
import io.meridian.handoff.store.ledger.LoadStore;
import io.meridian.handoff.store.timer.Timer;
import io.meridian.handoff.store.timer.Timer.Kind;
import io.meridian.runtime.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives open escalations the handoffs they should have as of an instant: begins, offers, moves and
 * replaces what the law demands then, for thousands at once. Safe to repeat.
 */
@ApplicationScoped
class Reconciliation {
  /** A multiple of what an event holds at most. */
  private static final int PORTION = 2 * HandoffEvent.PACKED_MAX;

  private record Wanted(Holding row, Demand demand) {}

  private final HoldingStore holdings;
  private final HandoffStore handoffs;
  private final ShiftChangeStore shiftChanges;
  private final Briefings briefings;
  private final LoadStore loads;
  private final CurrentCalendar calendar;
  private final Timers timers;
  private final Outbox outbox;
  private final HandoffConfig config;

  Reconciliation(
      HoldingStore holdings,
      HandoffStore handoffs,
      ShiftChangeStore shiftChanges,
      Briefings briefings,
      LoadStore loads,
      CurrentCalendar calendar,
      Timers timers,
      Outbox outbox,
      HandoffConfig config) {
    this.holdings = holdings;
    this.handoffs = handoffs;
    this.shiftChanges = shiftChanges;
    this.briefings = briefings;
    this.loads = loads;
    this.calendar = calendar;
    this.timers = timers;
    this.outbox = outbox;
    this.config = config;
  }

  /**
   * Does what the moment demands.
   *
   * @param ids only for these escalations, which the caller has locked; null for all open ones, and
   *     then nobody else writes
   */
  Uni<Void> at(SqlConnection tx, Roster roster, Moment moment, @Nullable Collection<UUID> ids) {
    var changes = new ShiftChanges(roster, config.terms());
    var demands = new Demands(roster, changes, moment.asOf());
    Floors floors = Floors.of(roster, moment.asOf());
    return holdings
        .groups(tx, moment.asOf(), floors.byTam(), ids)
        .chain(
            groups -> {
              Set<String> tams = new HashSet<>();
              Set<Timer> toCome = new HashSet<>();
              for (Group group : groups) {
                look(demands, group, moment.asOf(), toCome);
                if (!(demands.of(group.holder(), group.present()) instanceof Demand.Nothing)) {
                  tams.add(group.holder().tam());
                }
              }
              Uni<Void> planned = timers.plan(tx, toCome);
              return tams.isEmpty()
                  ? planned
                  : planned
                      .chain(() -> holdings.holdings(tx, moment.asOf(), tams, ids))
                      .chain(rows -> move(tx, moment, demands, floors, rows));
            });
  }

  /** Which timers a situation needs, whatever is done about it now. */
  private static void look(Demands demands, Group group, Instant asOf, Set<Timer> toCome) {
    demands
        .current(group.holder())
        .ifPresent(
            change -> {
              Stream.of(change.draftAt(), change.prepareAt())
                  .filter(asOf::isBefore)
                  .forEach(due -> toCome.add(new Timer(Kind.PREPARE, due)));
            });
    group.holder().holds().stream()
        .map(Interval::end)
        .filter(asOf::isBefore)
        .forEach(end -> toCome.add(new Timer(Kind.HOLD_END, end)));
  }

  private Uni<Void> move(
      SqlConnection tx, Moment moment, Demands demands, Floors floors, List<Holding> rows) {
    List<Wanted> wanted = new ArrayList<>();
    Set<UUID> beginning = new HashSet<>();
    Map<UUID, Severity> undrafted = new HashMap<>();
    for (Holding row : rows) {
      Demand demand = demands.of(floors.of(row.holder()), row.present());
      if (!(demand instanceof Demand.Nothing)) {
        wanted.add(new Wanted(row, demand));
        if (beginningOf(demand, beginning)) {
          undrafted.put(row.subject().escalationId(), row.subject().severity());
        }
      }
    }
    return moves(tx, moment, demands, beginning, undrafted)
        .chain(
            moves ->
                Portions.run(
                    wanted,
                    PORTION,
                    portion -> {
                      portion.forEach(one -> moves.apply(one.demand(), one.row()));
                      return write(tx, moment, moves.take());
                    }));
  }

  private Uni<Moves> moves(
      SqlConnection tx,
      Moment moment,
      Demands demands,
      Set<UUID> beginning,
      Map<UUID, Severity> undrafted) {
    return handoffs
        .earlier(tx, beginning)
        .chain(
            earlier ->
                briefings
                    .drafts(tx, undrafted)
                    .chain(drafts -> moves(tx, moment, demands, earlier, drafts)));
  }

  private Uni<Moves> moves(
      SqlConnection tx,
      Moment moment,
      Demands demands,
      Map<Pair, Integer> earlier,
      Map<UUID, BriefingStatus> drafts) {
    return loads
        .withOffers(tx)
        .chain(
            carried ->
                calendar
                    .in(tx)
                    .map(
                        inForce ->
                            new Moves(moment, demands, inForce, config, earlier, drafts, carried)));
  }

  /**
   * All statements are sent at once, in this order; the database has its work while the next
   * portion is being decided.
   */
  private Uni<Void> write(SqlConnection tx, Moment moment, Moves.Moved moved) {
    return Uni.join()
        .all(
            shiftChanges.prepare(tx, moved.changes(), moment.now(), lateness(moment)),
            handoffs.update(tx, moved.changed(), moment.asOf()),
            handoffs.insert(tx, moved.begun(), moment.now(), moment.asOf()),
            timers.plan(tx, moved.timers()),
            outbox.append(tx, moved.events()))
        .andFailFast()
        .replaceWithVoid();
  }

  /** Notes the shift changes whose handoffs are due, also those that have none. */
  Uni<Void> prepare(SqlConnection tx, Collection<ShiftChange> due, Moment moment) {
    return shiftChanges.prepare(tx, due, moment.now(), lateness(moment));
  }

  private Duration lateness(Moment moment) {
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
