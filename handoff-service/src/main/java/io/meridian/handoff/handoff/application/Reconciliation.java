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
  private final MoveWriter writer;
  private final Timers timers;
  private final HandoffConfig config;

  Reconciliation(HoldingStore holdings, MoveWriter writer, Timers timers, HandoffConfig config) {
    this.holdings = holdings;
    this.writer = writer;
    this.timers = timers;
    this.config = config;
  }

  /**
   * Does what the moment demands for these escalations, all in this transaction. The caller has
   * locked them.
   */
  Uni<Void> at(UnitOfWork unit, Roster roster, Moment moment, Collection<UUID> ids) {
    Look look = Look.at(unit, roster, moment, config.terms());
    return holders(look, ids)
        .chain(
            tams ->
                tams.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : holdings
                        .holdings(unit, moment.asOf(), tams, ids)
                        .chain(rows -> writer.move(look, rows)));
  }

  /** What is left of all open escalations: those of some holders, after a place. */
  record Rest(Set<String> tams, Place after) {}

  /**
   * Begins to do what the moment demands for all open escalations; nobody else writes in these
   * transactions.
   *
   * @return what is left for the next transaction; empty when all is done
   */
  Uni<Optional<Rest>> begin(UnitOfWork unit, Roster roster, Moment moment) {
    Look look = Look.at(unit, roster, moment, config.terms());
    int max = Math.min(FIRST_PART, config.partMax());
    return holders(look, null).chain(tams -> goOn(look, new Rest(tams, Place.FIRST), max));
  }

  /** Goes on with what is left. */
  Uni<Optional<Rest>> goOn(UnitOfWork unit, Roster roster, Moment moment, Rest rest) {
    return goOn(Look.at(unit, roster, moment, config.terms()), rest, config.partMax());
  }

  private Uni<Optional<Rest>> goOn(Look look, Rest rest, int max) {
    if (rest.tams().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return holdings
        .holdings(look.unit(), look.moment().asOf(), rest.tams(), rest.after(), max)
        .call(rows -> writer.move(look, rows))
        .map(
            rows ->
                rows.size() < max
                    ? Optional.empty()
                    : Optional.of(new Rest(rest.tams(), place(rows.getLast()))));
  }

  private static Place place(Holding row) {
    return new Place(row.holder().tam(), row.subject().escalationId());
  }

  /** Those some of whose escalations demand something; timers that situations need are planned. */
  private Uni<Set<String>> holders(Look look, @Nullable Collection<UUID> ids) {
    Instant asOf = look.moment().asOf();
    return holdings
        .groups(look.unit(), asOf, look.floors().byTam(), ids)
        .chain(
            groups -> {
              Set<String> tams = new TreeSet<>();
              Set<Timer> toCome = new HashSet<>();
              for (Group group : groups) {
                foresee(look.demands(), group, asOf, toCome);
                if (!(look.demand(group) instanceof Demand.Nothing)) {
                  tams.add(group.holder().tam());
                }
              }
              return timers.plan(look.unit(), toCome).replaceWith(tams);
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
