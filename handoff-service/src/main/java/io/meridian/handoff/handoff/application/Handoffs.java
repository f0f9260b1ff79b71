package io.meridian.handoff.handoff.application;

import io.meridian.events.CancelReason;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.store.TenureStore;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.ledger.application.LedgerListener;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the ledger tells the handoffs, in the transaction of its own change, with the roster held
 * ({@link Rosters}) and the escalations' rows locked.
 */
@ApplicationScoped
public class Handoffs implements LedgerListener {
  private final Reconciliation reconciliation;
  private final HandoffStore store;
  private final TenureStore tenures;
  private final TimerStore timers;
  private final CurrentCalendar calendar;
  private final MissedBoundaries missed;
  private final Regrading regrading;
  private final Outbox outbox;
  private final Clock clock;

  Handoffs(
      Reconciliation reconciliation,
      HandoffStore store,
      TenureStore tenures,
      TimerStore timers,
      CurrentCalendar calendar,
      MissedBoundaries missed,
      Regrading regrading,
      Outbox outbox,
      Clock clock) {
    this.reconciliation = reconciliation;
    this.store = store;
    this.tenures = tenures;
    this.timers = timers;
    this.calendar = calendar;
    this.missed = missed;
    this.regrading = regrading;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Call it before accountability of these escalations changes or ends: boundaries that the engine
   * has not come to yet are made up for them, so that what ends was handed over as it should have
   * been. Costs one small query when the engine is not behind.
   *
   * @param until for each escalation the instant at which the change takes place
   */
  @Override
  public Uni<Void> catchUp(UnitOfWork unit, Map<UUID, Instant> until, Roster roster) {
    if (until.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant last = Collections.max(until.values());
    return timers
        .earliest(unit)
        .chain(
            earliest ->
                earliest
                    .map(Timer::dueAt)
                    .filter(due -> !due.isAfter(last))
                    .map(due -> roster.boundaries().subSet(due, true, last, true))
                    .map(missed -> walk(unit, roster, missed, until))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> walk(
      UnitOfWork unit, Roster roster, NavigableSet<Instant> missed, Map<UUID, Instant> until) {
    Instant now = clock.instant();
    return Multi.createFrom()
        .iterable(missed)
        .onItem()
        .transformToUniAndConcatenate(
            boundary -> {
              List<UUID> there =
                  until.entrySet().stream()
                      .filter(entry -> entry.getValue().isAfter(boundary))
                      .map(Map.Entry::getKey)
                      .toList();
              return there.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : reconciliation.at(unit, roster, DecisionTime.learnt(boundary, now), there);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * Escalations have become somebody's. Those whose shift change is prepared already, or whose
   * boundaries have passed, get their handoffs at once, late ones with their lateness.
   */
  @Override
  public Uni<Void> assigned(UnitOfWork unit, List<UUID> escalationIds, Roster roster) {
    if (escalationIds.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tenures
        .oldest(unit, escalationIds)
        .chain(
            oldest -> {
              Instant now = clock.instant();
              Instant from = oldest == null || oldest.isAfter(now) ? now : oldest;
              Map<UUID, Instant> all =
                  escalationIds.stream()
                      .distinct()
                      .collect(Collectors.toMap(id -> id, id -> Instant.MAX));
              return walk(unit, roster, roster.boundaries().subSet(from, false, now, true), all)
                  .chain(
                      () ->
                          reconciliation.at(
                              unit,
                              roster,
                              DecisionTime.learnt(now, now),
                              List.copyOf(all.keySet())));
            });
  }

  /**
   * Escalations were taken over or reassigned: their unfinished handoffs, and taken ones that have
   * not taken effect, are cancelled as moved; then as {@link #assigned}.
   */
  @Override
  public Uni<Void> moved(UnitOfWork unit, List<UUID> escalationIds, Roster roster) {
    Instant now = clock.instant();
    Map<UUID, Instant> moved =
        escalationIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> now));
    return cancel(unit, moved, CancelReason.MOVED)
        .chain(() -> assigned(unit, escalationIds, roster));
  }

  /**
   * A hold was declared or a lead accepted: when it ends, its escalations are outgoing, unless
   * somebody took them.
   */
  @Override
  public Uni<Void> held(UnitOfWork unit, List<UUID> escalationIds, Roster roster) {
    Instant now = clock.instant();
    return reconciliation.at(unit, roster, DecisionTime.learnt(now, now), escalationIds);
  }

  @Override
  public Uni<Void> assignedAnew(UnitOfWork unit, List<UUID> escalationIds, Roster roster) {
    Instant now = clock.instant();
    Map<UUID, Instant> moved =
        escalationIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> now));
    return cancel(unit, moved, CancelReason.MOVED)
        .chain(() -> missed.makeUp(unit, escalationIds, CancelReason.MOVED))
        .chain(() -> assigned(unit, escalationIds, roster));
  }

  /**
   * Escalations were resolved, and their unfinished handoffs are cancelled; or they are served
   * otherwise, and have the handoffs that they should have now. What was accepted stays accepted.
   */
  @Override
  public Uni<Void> served(
      UnitOfWork unit, Collection<UUID> resolved, Map<UUID, Instant> others, Roster roster) {
    return (resolved.isEmpty() ? none() : resolved(unit, resolved))
        .chain(() -> others.isEmpty() ? none() : others(unit, others, roster));
  }

  /** With the boundaries that have passed since, when that is heard of late; of others' too. */
  private Uni<Void> others(UnitOfWork unit, Map<UUID, Instant> since, Roster roster) {
    Instant now = clock.instant();
    Instant first = Collections.min(since.values());
    NavigableSet<Instant> passed =
        first.isBefore(now)
            ? roster.boundaries().subSet(first, false, now, true)
            : Collections.emptyNavigableSet();
    return Multi.createFrom()
        .iterable(passed)
        .onItem()
        .transformToUniAndConcatenate(
            boundary ->
                reconciliation.at(
                    unit,
                    roster,
                    DecisionTime.learnt(boundary, now),
                    since.entrySet().stream()
                        .filter(entry -> entry.getValue().isBefore(boundary))
                        .map(Map.Entry::getKey)
                        .toList()))
        .collect()
        .last()
        .chain(
            () ->
                reconciliation.at(
                    unit, roster, DecisionTime.learnt(now, now), List.copyOf(since.keySet())))
        .chain(() -> missed.makeUp(unit, since.keySet(), CancelReason.MOVED));
  }

  private Uni<Void> resolved(UnitOfWork unit, Collection<UUID> ids) {
    Instant now = clock.instant();
    return store
        .cancellable(unit, ids, now)
        .map(
            items ->
                items.stream()
                    .filter(item -> item.handoff().stage() instanceof Stage.Unfinished)
                    .toList())
        .chain(
            items ->
                items.isEmpty() ? none() : cancel(unit, Map.of(), CancelReason.RESOLVED, items))
        .chain(() -> missed.makeUp(unit, ids, CancelReason.RESOLVED));
  }

  /** Escalations closed: handoffs that are unfinished or take effect later are cancelled. */
  @Override
  public Uni<Void> closed(UnitOfWork unit, Map<UUID, Instant> closedAt) {
    return cancel(unit, closedAt, CancelReason.CLOSED)
        .chain(() -> missed.makeUp(unit, closedAt.keySet(), CancelReason.CLOSED));
  }

  @Override
  public Uni<Void> regraded(UnitOfWork unit, Collection<UUID> escalations) {
    return regrading.of(unit, escalations);
  }

  private Uni<Void> cancel(UnitOfWork unit, Map<UUID, Instant> at, CancelReason reason) {
    if (at.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant first = Collections.min(at.values());
    return store
        .cancellable(unit, at.keySet(), first)
        .chain(items -> items.isEmpty() ? none() : cancel(unit, at, reason, items));
  }

  private Uni<Void> cancel(
      UnitOfWork unit,
      Map<UUID, Instant> at,
      CancelReason reason,
      Collection<HandoffWithSubject> items) {
    Instant now = clock.instant();
    return calendar
        .in(unit)
        .chain(
            people -> {
              var announcements = new Announcements(people);
              List<Handoff> after = new ArrayList<>();
              for (HandoffWithSubject item : items) {
                Instant effect = at.getOrDefault(item.subject().escalationId(), now);
                Handoff cancelled = cancelled(item.handoff(), reason, effect, now);
                if (cancelled.revision() > item.handoff().revision()) {
                  after.add(cancelled);
                  announcements.add(Fact.CANCELLED, item.with(cancelled));
                }
              }
              return store
                  .update(unit, after, now)
                  .chain(() -> outbox.append(unit, announcements.events()));
            });
  }

  private static Handoff cancelled(
      Handoff handoff, CancelReason reason, Instant effect, Instant now) {
    return switch (handoff.stage()) {
      case Stage.Unfinished unfinished -> handoff.cancel(unfinished, reason, now);
      case Stage.Taken taken -> handoff.annul(taken, reason, effect, now);
      case Stage.Cancelled ignored -> handoff;
    };
  }

  private static Uni<Void> none() {
    return Uni.createFrom().voidItem();
  }
}
