package io.meridian.handoff.watch.application;

import io.meridian.events.Severity;
import io.meridian.events.WatchState;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.domain.WatchItem;
import io.meridian.handoff.watch.store.WatchStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** How people end watch items before their time. */
@ApplicationScoped
public class WatchEndings {
  private final WatchStore store;
  private final WatchReading reading;
  private final CurrentCalendar calendar;
  private final Rosters rosters;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  WatchEndings(
      WatchStore store,
      WatchReading reading,
      CurrentCalendar calendar,
      Rosters rosters,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.reading = reading;
    this.calendar = calendar;
    this.rosters = rosters;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * It need not be watched any more; again: no effect.
   *
   * @throws Problem 404, 403 for who neither made it nor is on duty, leads or manages, 409 when it
   *     is over or an escalation
   */
  public Uni<WatchReading.Watched> withdraw(UUID id, Actor by) {
    return transactions.write(
        unit ->
            locked(unit, id)
                .chain(
                    named ->
                        named.item().state() == WatchState.WITHDRAWN
                            ? Uni.createFrom().voidItem()
                            : withdraw(unit, named, by))
                .chain(() -> reading.read(unit, id)));
  }

  private Uni<Void> withdraw(UnitOfWork unit, NamedItem named, Actor by) {
    Instant now = clock.instant();
    WatchItems.requireAlive(named.item(), now);
    return rosters
        .between(unit, now, now)
        .chain(
            roster ->
                calendar
                    .in(unit)
                    .invoke(
                        people -> {
                          boolean isLead =
                              people.calendar().regions().stream()
                                  .map(Region::lead)
                                  .anyMatch(by.id()::equals);
                          if (!by.has(Roles.MANAGER)
                              && !isLead
                              && !named.item().madeBy().equals(by.id())
                              && !roster.onDuty(by.id(), now)) {
                            throw Problem.forbidden(
                                "It is withdrawn by who made it, is on duty, or leads a region.");
                          }
                        }))
        .chain(people -> end(unit, named, named.item().withdrawn(by.id(), now), people));
  }

  /**
   * It happened: an escalation of it is opened, once.
   *
   * @throws Problem 404, 403 for who is no active TAM and no manager, 409 when it is over or was
   *     withdrawn
   */
  public Uni<WatchReading.Watched> escalate(UUID id, Severity severity, Actor by) {
    return transactions.write(
        unit ->
            locked(unit, id)
                .chain(
                    named ->
                        calendar
                            .in(unit)
                            .invoke(people -> WatchItems.requireActive(people, by))
                            .chain(people -> escalate(unit, named, severity, people, by)))
                .chain(() -> reading.read(unit, id)));
  }

  private Uni<Void> escalate(
      UnitOfWork unit, NamedItem named, Severity severity, InForce people, Actor by) {
    if (named.item().state() == WatchState.ESCALATED) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    WatchItems.requireAlive(named.item(), now);
    return end(unit, named, named.item().escalated(by.id(), severity, now), people);
  }

  private Uni<Void> end(UnitOfWork unit, NamedItem before, WatchItem after, InForce people) {
    WatchItem.Ending how = Objects.requireNonNull(after.ending());
    NamedItem named = new NamedItem(after, before.customer());
    WatchLog log = new WatchLog(people);
    return store
        .end(unit, after, how)
        .chain(
            () ->
                outbox.append(
                    unit,
                    List.of(
                        how.state() == WatchState.ESCALATED
                            ? log.escalated(named)
                            : log.withdrawn(named))));
  }

  private Uni<NamedItem> locked(UnitOfWork unit, UUID id) {
    return store.lock(unit, id).map(found -> WatchReading.known(found, id));
  }
}
