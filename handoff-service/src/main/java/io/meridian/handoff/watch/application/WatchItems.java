package io.meridian.handoff.watch.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.events.WatchEvent;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.domain.WatchItem;
import io.meridian.handoff.watch.store.WatchStore;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do with watch items. */
@ApplicationScoped
public class WatchItems {
  /** The longest that something may be watched. */
  private static final Duration AHEAD_MAX = Duration.ofDays(92);

  private final WatchStore store;
  private final WatchReading reading;
  private final WatchHandovers handovers;
  private final CustomerStore customers;
  private final CurrentCalendar calendar;
  private final Rosters rosters;
  private final HandoffConfig config;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  WatchItems(
      WatchStore store,
      WatchReading reading,
      WatchHandovers handovers,
      CustomerStore customers,
      CurrentCalendar calendar,
      Rosters rosters,
      HandoffConfig config,
      Idempotency idempotency,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.reading = reading;
    this.handovers = handovers;
    this.customers = customers;
    this.calendar = calendar;
    this.rosters = rosters;
    this.config = config;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What somebody wants watched.
   *
   * @param from from now on when null
   */
  public record Wish(
      UUID customerId, String what, String whatIf, @Nullable Instant from, Instant until) {}

  /**
   * Makes an item; with a key, once. Crews that take over soon have to confirm it at once, who is
   * on duty is told.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 400 when it ends before it begins, in the past or too far ahead, 403 for who is
   *     no active TAM and no manager, 422 for an unknown customer
   */
  public Uni<WatchReading.Watched> add(@Nullable String key, Wish wish, Actor by) {
    return transactions.write(
        unit ->
            idempotency
                .once(unit, key, "POST watch-items", wish, UUID.class, () -> insert(unit, wish, by))
                .chain(id -> reading.read(unit, id)));
  }

  private Uni<UUID> insert(UnitOfWork unit, Wish wish, Actor by) {
    Instant now = clock.instant();
    Instant from = wish.from() == null ? now : wish.from();
    checkTimes(from, wish.until(), now);
    WatchItem item =
        new WatchItem(
            UuidCreator.getTimeOrderedEpoch(),
            wish.customerId(),
            wish.what(),
            wish.whatIf(),
            from,
            wish.until(),
            by.id(),
            now,
            null,
            1);
    return rosters
        .between(unit, now, now)
        .chain(
            roster ->
                calendar
                    .in(unit)
                    .invoke(people -> requireActive(people, by))
                    .chain(
                        people ->
                            customer(unit, wish.customerId())
                                .map(name -> new NamedItem(item, name))
                                .call(named -> store.add(unit, item))
                                .chain(named -> told(unit, named, people, roster, now))))
        .replaceWith(item.id());
  }

  private static void checkTimes(Instant from, Instant until, Instant now) {
    if (!from.isBefore(until)) {
      throw Problem.invalid("/until", "dates-reversed", "must be after from");
    }
    if (!now.isBefore(until)) {
      throw Problem.invalid("/until", "past", "must be in the future");
    }
    if (Duration.between(now, until).compareTo(AHEAD_MAX) > 0) {
      throw Problem.invalid("/until", "too-far", "must be within " + AHEAD_MAX.toDays() + " days");
    }
  }

  private Uni<String> customer(UnitOfWork unit, UUID id) {
    return customers
        .names(unit, List.of(id))
        .map(
            names -> {
              String name = names.get(id);
              if (name == null) {
                throw Problem.unprocessable("unknown-customer", "There is no customer " + id + ".");
              }
              return name;
            });
  }

  /** Crews that take over soon get it as a handover, who is on duty is told of it. */
  private Uni<Void> told(
      UnitOfWork unit, NamedItem named, InForce people, Roster roster, Instant now) {
    Set<String> crews = new LinkedHashSet<>();
    roster.covering(now).stream()
        .filter(shift -> named.item().concerns(shift.start(), shift.end()))
        .flatMap(shift -> Stream.of(shift.primary(), shift.secondary()))
        .filter(Objects::nonNull)
        .forEach(crews::add);
    crews.remove(named.item().madeBy());
    return outbox
        .append(unit, List.of(new WatchLog(people).added(named, new ArrayList<>(crews))))
        .chain(
            () ->
                handovers.handOver(
                    unit,
                    List.of(named),
                    new ShiftChanges(roster, config.terms())
                        .open(now).stream()
                            .filter(change -> change.incoming().isHeld())
                            .filter(change -> !change.prepareAt().isAfter(now))
                            .toList(),
                    now));
  }

  /**
   * One of the crew confirms what came to it, or the lead does in their place; again: no effect.
   *
   * @throws Problem 404, 403 for anybody else, 409 when it is over
   */
  public Uni<WatchReading.Watched> confirm(UUID id, Actor by) {
    return transactions.write(
        unit ->
            locked(unit, id)
                .chain(named -> calendar.in(unit).chain(people -> confirm(unit, named, people, by)))
                .chain(() -> reading.read(unit, id)));
  }

  private Uni<Void> confirm(UnitOfWork unit, NamedItem named, InForce people, Actor by) {
    Instant now = clock.instant();
    requireAlive(named.item(), now);
    return store
        .handovers(unit, List.of(named.item().id()))
        .chain(
            all -> {
              List<Handover> own =
                  all.getOrDefault(named.item().id(), List.of()).stream()
                      .filter(one -> now.isBefore(one.end()))
                      .filter(one -> one.isOfCrew(by.id()) || leads(people, one, by))
                      .toList();
              if (own.isEmpty()) {
                throw Problem.forbidden(
                    "It is confirmed by the crew that it comes to, or by their lead.");
              }
              return store.confirm(unit, own.stream().map(Handover::id).toList(), by.id(), now);
            })
        .chain(
            confirmed ->
                handovers.tell(
                    unit,
                    confirmed,
                    WatchHandovers.byId(List.of(named)),
                    now,
                    WatchEvent.Confirmed::new));
  }

  private static boolean leads(InForce people, Handover handover, Actor by) {
    return people
        .region(handover.toRegion())
        .filter(region -> region.lead().equals(by.id()))
        .isPresent();
  }

  static void requireAlive(WatchItem item, Instant now) {
    if (!item.isAlive(now)) {
      throw Problem.conflict("over", "It is not watched any more.");
    }
  }

  static void requireActive(InForce people, Actor by) {
    boolean isActive =
        people.tam(by.id()).filter(tam -> tam.status() == Tam.Status.ACTIVE).isPresent();
    if (!by.has(Roles.MANAGER) && !isActive) {
      throw Problem.forbidden("Active TAMs of the calendar and managers may.");
    }
  }

  private Uni<NamedItem> locked(UnitOfWork unit, UUID id) {
    return store.lock(unit, id).map(found -> WatchReading.known(found, id));
  }
}
