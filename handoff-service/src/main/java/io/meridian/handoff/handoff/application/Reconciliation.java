package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffEvent;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.Roster;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives open escalations the handoffs they should have as of an instant: begins, offers, moves and
 * replaces what the law demands then, for thousands at once. Safe to repeat.
 */
@ApplicationScoped
class Reconciliation {
  /** The first part is small: the sooner are the first offers out. */
  private static final int FIRST_PART = HandoffEvent.PACKED_MAX;

  private final HoldingStore holdings;
  private final HandoffChangeWriter writer;
  private final Timers timers;
  private final HandoffConfig config;

  Reconciliation(
      HoldingStore holdings, HandoffChangeWriter writer, Timers timers, HandoffConfig config) {
    this.holdings = holdings;
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
    return holders(context, ids)
        .chain(
            tams ->
                tams.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : holdings
                        .holdings(unit, moment.asOf(), tams, ids)
                        .chain(rows -> writer.move(context, rows)));
  }

  /** What is left of all open escalations: those of some holders, after a place. */
  record Remainder(Set<String> tams, Place after) {}

  /**
   * Begins to do what the moment demands for all open escalations; nobody else writes in these
   * transactions.
   *
   * @return what is left for the next transaction; empty when all is done
   */
  Uni<Optional<Remainder>> begin(UnitOfWork unit, Roster roster, DecisionTime moment) {
    StepContext context = StepContext.at(unit, roster, moment, config.terms());
    int max = Math.min(FIRST_PART, config.partMax());
    return holders(context, null)
        .chain(tams -> goOn(context, new Remainder(tams, Place.FIRST), max));
  }

  /** Goes on with what is left. */
  Uni<Optional<Remainder>> goOn(
      UnitOfWork unit, Roster roster, DecisionTime moment, Remainder remainder) {
    return goOn(StepContext.at(unit, roster, moment, config.terms()), remainder, config.partMax());
  }

  private Uni<Optional<Remainder>> goOn(StepContext context, Remainder remainder, int max) {
    if (remainder.tams().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return holdings
        .holdings(context.unit(), context.moment().asOf(), remainder.tams(), remainder.after(), max)
        .call(rows -> writer.move(context, rows))
        .map(
            rows ->
                rows.size() < max
                    ? Optional.empty()
                    : Optional.of(new Remainder(remainder.tams(), place(rows.getLast()))));
  }

  private static Place place(Holding row) {
    return new Place(row.holder().tam(), row.subject().escalationId());
  }

  /** Those some of whose escalations demand something; timers that situations need are planned. */
  private Uni<Set<String>> holders(StepContext context, @Nullable Collection<UUID> ids) {
    Instant asOf = context.moment().asOf();
    return holdings
        .groups(context.unit(), asOf, context.earliest().byTam(), ids)
        .chain(
            groups -> {
              Set<String> tams = new TreeSet<>();
              Set<Timer> toCome = new HashSet<>();
              for (Group group : groups) {
                foresee(context.demands(), group, asOf, toCome);
                if (!(context.demand(group) instanceof Demand.Nothing)) {
                  tams.add(group.holder().tam());
                }
              }
              return timers.plan(context.unit(), toCome).replaceWith(tams);
            });
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
