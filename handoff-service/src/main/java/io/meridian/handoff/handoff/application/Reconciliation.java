package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffEvent;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.Timer.Kind;
import io.meridian.handoff.handoff.domain.Demand;
import io.meridian.handoff.handoff.domain.Demands;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.handoff.store.HoldingStore;
import io.meridian.handoff.handoff.store.HoldingStore.Group;
import io.meridian.handoff.handoff.store.HoldingStore.Place;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives open escalations the handoffs they should have as of an instant: begins, offers, moves and
 * replaces what the law demands then, for thousands at once. Safe to repeat.
 */
@ApplicationScoped
class Reconciliation {
  /** The first part is small: the sooner are the first offers out. */
  private static final int FIRST_PART = HandoffEvent.PACKED_MAX;

  private final HoldingStore holdings;
  private final HomeStays homeStays;
  private final HandoffChangeWriter writer;
  private final Timers timers;
  private final HandoffConfig config;

  Reconciliation(
      HoldingStore holdings,
      HomeStays homeStays,
      HandoffChangeWriter writer,
      Timers timers,
      HandoffConfig config) {
    this.holdings = holdings;
    this.homeStays = homeStays;
    this.writer = writer;
    this.timers = timers;
    this.config = config;
  }

  /**
   * Does what the moment demands for these escalations, all in this transaction. The caller has
   * locked them.
   */
  Uni<Void> at(UnitOfWork unit, Roster roster, DecisionTime moment, Collection<UUID> ids) {
    StepContext context = StepContext.at(unit, roster, moment, config.terms());
    return holdings
        .groups(unit, moment.asOf(), context.earliest().byTam(), ids)
        .chain(groups -> knowing(context, groups).chain(known -> at(known, groups, ids)));
  }

  private Uni<Void> at(StepContext context, List<Group> groups, Collection<UUID> ids) {
    Set<String> tams = new TreeSet<>();
    demanding(context, groups).forEach(holder -> tams.add(holder.tam()));
    return foresee(context, groups)
        .chain(
            () ->
                tams.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : holdings
                        .holdings(context.unit(), context.moment().asOf(), tams, ids)
                        .chain(rows -> writer.move(context, rows)));
  }

  /** Decides what stays of what these have at home. */
  private Uni<StepContext> knowing(StepContext context, List<Group> groups) {
    Set<Home> homes =
        groups.stream()
            .map(Group::holder)
            .flatMap(holder -> home(holder).stream())
            .collect(Collectors.toSet());
    return homes.isEmpty()
        ? Uni.createFrom().item(context)
        : homeStays
            .at(context.unit(), context.roster(), homes, context.moment().asOf())
            .map(context::with);
  }

  private static Optional<Home> home(Holder holder) {
    return Optional.ofNullable(holder.home()).map(region -> new Home(holder.tam(), region));
  }

  /**
   * What is left of all open escalations: of those that follow the sun those of some holders, then
   * those of some homes.
   *
   * @param atHome the first ones are done
   * @param after where the last part ended
   */
  record Remainder(Set<String> tams, Set<Home> homes, boolean atHome, Place after) {}

  /**
   * Begins to do what the moment demands for all open escalations; nobody else writes in these
   * transactions. What stays at home is not looked at.
   *
   * @param homes what everybody has at home
   * @param stays what was decided about it
   * @return what is left for the next transaction; empty when all is done
   */
  Uni<Optional<Remainder>> begin(
      UnitOfWork unit, Roster roster, DecisionTime moment, Set<Home> homes, Stays stays) {
    StepContext context = StepContext.at(unit, roster, moment, config.terms()).with(stays);
    Instant asOf = moment.asOf();
    Map<String, Instant> floors = context.earliest().byTam();
    int max = Math.min(FIRST_PART, config.partMax());
    return homeStays
        .unfinished(unit)
        .map(
            unfinished ->
                Stream.concat(
                        unfinished.stream(),
                        homes.stream().filter(home -> context.demands().isLeft(home)))
                    .collect(Collectors.toSet()))
        .chain(
            left ->
                Uni.combine()
                    .all()
                    .unis(
                        holdings.travelling(unit, asOf, floors),
                        left.isEmpty()
                            ? Uni.createFrom().item(List.<Group>of())
                            : holdings.atHome(unit, asOf, floors, left))
                    .asTuple())
        .chain(
            both -> {
              List<Group> travelling = both.getItem1();
              List<Group> atHome = both.getItem2();
              Set<String> tams = new TreeSet<>();
              demanding(context, travelling).forEach(holder -> tams.add(holder.tam()));
              Set<Home> demanded =
                  demanding(context, atHome)
                      .flatMap(holder -> home(holder).stream())
                      .collect(Collectors.toSet());
              return foresee(context, travelling)
                  .chain(() -> foresee(context, atHome))
                  .chain(
                      () -> goOn(context, new Remainder(tams, demanded, false, Place.FIRST), max));
            });
  }

  /** Goes on with what is left. */
  Uni<Optional<Remainder>> goOn(
      UnitOfWork unit, Roster roster, DecisionTime moment, Stays stays, Remainder remainder) {
    return goOn(
        StepContext.at(unit, roster, moment, config.terms()).with(stays),
        remainder,
        config.partMax());
  }

  private Uni<Optional<Remainder>> goOn(StepContext context, Remainder remainder, int max) {
    if (!remainder.atHome() && remainder.tams().isEmpty()) {
      return home(context, remainder, max);
    }
    if (remainder.atHome() && remainder.homes().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    Instant asOf = context.moment().asOf();
    return (remainder.atHome()
            ? holdings.atHome(context.unit(), asOf, remainder.homes(), remainder.after(), max)
            : holdings.travelling(context.unit(), asOf, remainder.tams(), remainder.after(), max))
        .call(rows -> writer.move(context, rows))
        .chain(rows -> rest(context, remainder, rows, max));
  }

  private Uni<Optional<Remainder>> rest(
      StepContext context, Remainder remainder, List<Holding> rows, int max) {
    if (rows.size() == max) {
      return Uni.createFrom()
          .item(
              Optional.of(
                  new Remainder(
                      remainder.tams(),
                      remainder.homes(),
                      remainder.atHome(),
                      place(rows.getLast()))));
    }
    return remainder.atHome()
        ? Uni.createFrom().item(Optional.empty())
        : home(context, remainder, max);
  }

  private Uni<Optional<Remainder>> home(StepContext context, Remainder remainder, int max) {
    return goOn(
        context, new Remainder(remainder.tams(), remainder.homes(), true, Place.FIRST), max);
  }

  private static Place place(Holding row) {
    return new Place(row.holder().tam(), row.subject().escalationId());
  }

  /** Those whose situation demands something. */
  private static Stream<Holder> demanding(StepContext context, List<Group> groups) {
    return groups.stream()
        .filter(group -> !(context.demand(group) instanceof Demand.Nothing))
        .map(Group::holder);
  }

  /** Plans the timers that situations need. */
  private Uni<Void> foresee(StepContext context, List<Group> groups) {
    Set<Timer> toCome = new HashSet<>();
    groups.forEach(group -> foresee(context.demands(), group, context.moment().asOf(), toCome));
    return timers.plan(context.unit(), toCome);
  }

  /** Which timers a situation needs, whatever is done about it now. */
  private static void foresee(Demands demands, Group group, Instant asOf, Set<Timer> toCome) {
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
}
