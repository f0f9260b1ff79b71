package io.meridian.handoff.calendar.application;

import io.meridian.events.DutyEvent;
import io.meridian.events.UnreachableDuty;
import io.meridian.handoff.calendar.domain.Readiness.Unreachable;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.UnreachableStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells of those who are on duty within 24 hours and whom nothing reaches, once for each shift. */
@ApplicationScoped
public class ReadinessAlarms {

  /** Longer than a shift can be ahead or last, so that nothing is told again. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final CurrentCalendar current;
  private final Reachability reachability;
  private final UnreachableStore store;
  private final Outbox outbox;

  ReadinessAlarms(
      CurrentCalendar current, Reachability reachability, UnreachableStore store, Outbox outbox) {
    this.current = current;
    this.reachability = reachability;
    this.store = store;
    this.outbox = outbox;
  }

  /** Whether there is somebody to tell of. */
  Uni<Boolean> isDue(UnitOfWork unit, Instant now) {
    return current
        .in(unit)
        .chain(inForce -> unreachable(unit, inForce, now))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(false)
                    : store
                        .told(unit, found.stream().map(Unreachable::id).toList())
                        .map(told -> !found.stream().allMatch(one -> told.contains(one.id()))));
  }

  /** Tells of all who were not told of. */
  Uni<Void> tell(UnitOfWork unit, Instant now) {
    return current
        .in(unit)
        .chain(
            inForce ->
                unreachable(unit, inForce, now).chain(found -> tell(unit, inForce, found, now)));
  }

  private Uni<Void> tell(UnitOfWork unit, InForce inForce, List<Unreachable> found, Instant now) {
    return store
        .forget(unit, now.minus(REMEMBERED))
        .chain(() -> store.tell(unit, found.stream().map(this::entry).toList(), now))
        .chain(
            fresh ->
                outbox.append(
                    unit,
                    found.stream()
                        .filter(one -> fresh.contains(one.id()))
                        .map(one -> event(inForce, one, now))
                        .toList()));
  }

  private Uni<List<Unreachable>> unreachable(UnitOfWork unit, InForce inForce, Instant now) {
    return reachability
        .of(unit, inForce.calendar(), now)
        .map(readiness -> readiness.unreachable(inForce.rules()));
  }

  private UnreachableStore.Entry entry(Unreachable one) {
    return new UnreachableStore.Entry(one.id(), one.shift().start());
  }

  private static DutyEvent event(InForce inForce, Unreachable one, Instant now) {
    Shift shift = one.shift();
    return new DutyEvent.Unreachable(
        new UnreachableDuty(
            one.id(),
            shift.id(),
            inForce.person(one.tam().id()),
            shift.region(),
            shift.start(),
            shift.end(),
            now));
  }
}
