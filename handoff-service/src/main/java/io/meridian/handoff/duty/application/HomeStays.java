package io.meridian.handoff.duty.application;

import io.meridian.events.StayEvent;
import io.meridian.events.StayState;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.stay.Deciding;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Possession;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.domain.stay.StayRule;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.duty.store.StayStore;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what stays at home, once for all that somebody has in a region, and tells it: who derives
 * ledgers again needs no old roster.
 */
@ApplicationScoped
public class HomeStays {
  private final StayStore store;
  private final CurrentCalendar calendar;
  private final TimerStore timers;
  private final Outbox outbox;
  private final Duration patience;
  private final Clock clock;

  HomeStays(
      StayStore store,
      CurrentCalendar calendar,
      TimerStore timers,
      Outbox outbox,
      HandoffConfig config,
      Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.timers = timers;
    this.outbox = outbox;
    this.patience = config.homePatience();
    this.clock = clock;
  }

  /** Who has anything open at home, and where. */
  public Uni<Set<Home>> homes(UnitOfWork unit) {
    return store.homes(unit);
  }

  /** Who has anything at home whose handoff is not finished. */
  public Uni<Set<Home>> unfinished(UnitOfWork unit) {
    return store.unfinished(unit);
  }

  /** What was decided about homes from an instant on, and what counted then. */
  public Uni<Stays> since(UnitOfWork unit, Collection<Home> homes, Instant since) {
    return store.since(unit, homes, since);
  }

  /** Decides what these homes lack at an instant; answers what counts then. */
  public Uni<Stays> at(UnitOfWork unit, Roster roster, Collection<Home> homes, Instant at) {
    return edits(unit, at).chain(edits -> at(unit, roster, homes, at, edits));
  }

  private Uni<Stays> at(
      UnitOfWork unit, Roster roster, Collection<Home> homes, Instant at, List<Instant> edits) {
    Instant from = edits.stream().findFirst().orElse(at);
    List<Possession> possessions =
        homes.stream().map(home -> new Possession(home, from, at)).toList();
    return store
        .since(unit, homes, from)
        .chain(known -> decide(unit, roster, possessions, known, edits));
  }

  /**
   * Decides what possessions lack.
   *
   * @param known what was decided, from the beginning of the first one on
   * @return all of it
   */
  public Uni<Stays> decide(
      UnitOfWork unit, Roster roster, Collection<Possession> possessions, Stays known) {
    if (possessions.isEmpty()) {
      return Uni.createFrom().item(known);
    }
    Instant until = possessions.stream().map(Possession::to).max(Instant::compareTo).orElseThrow();
    return edits(unit, until).chain(edits -> decide(unit, roster, possessions, known, edits));
  }

  private Uni<Stays> decide(
      UnitOfWork unit,
      Roster roster,
      Collection<Possession> possessions,
      Stays known,
      List<Instant> edits) {
    List<Stay> missing = deciding(roster).missing(possessions, known, edits);
    if (missing.isEmpty()) {
      return Uni.createFrom().item(known);
    }
    Set<Home> homes = missing.stream().map(Stay::home).collect(Collectors.toSet());
    Instant since = missing.stream().map(Stay::since).min(Instant::compareTo).orElseThrow();
    List<Possession> theirs =
        possessions.stream().filter(one -> homes.contains(one.home())).toList();
    return store
        .lock(unit, homes)
        .chain(() -> store.since(unit, homes, since))
        .map(latest -> known.with(latest.all()))
        .chain(latest -> write(unit, deciding(roster).missing(theirs, latest, edits), latest));
  }

  /** When the roster was changed, as far as the engine has not asked again about it. */
  private Uni<List<Instant>> edits(UnitOfWork unit, Instant until) {
    return timers.due(unit, Timer.Kind.CALENDAR, until);
  }

  private Deciding deciding(Roster roster) {
    return new Deciding(roster, new StayRule(roster, patience), clock.instant());
  }

  private Uni<Stays> write(UnitOfWork unit, List<Stay> decided, Stays known) {
    return decided.isEmpty()
        ? Uni.createFrom().item(known)
        : store
            .write(unit, decided)
            .call(
                written ->
                    calendar
                        .in(unit)
                        .chain(
                            people ->
                                outbox.append(
                                    unit,
                                    written.stream().map(one -> event(one, people)).toList())))
            .map(known::with);
  }

  private static StayEvent event(Stay stay, InForce people) {
    return new StayEvent.Decided(
        new StayState(
            people.person(stay.home().tam()),
            stay.home().region(),
            stay.since(),
            stay.until(),
            stay.revision(),
            stay.decidedAt()));
  }
}
