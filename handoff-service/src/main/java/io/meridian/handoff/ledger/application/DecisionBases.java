package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the roster wide enough for the ledgers. */
@ApplicationScoped
class DecisionBases {

  /** How far back the whole roster is read; the last duties before are looked up one by one. */
  private static final Duration BACK = Duration.ofDays(14);

  /** How far ahead the next shift is looked for. */
  private static final Duration AHEAD = Duration.ofDays(14);

  private final CalendarStore calendars;
  private final RosterSource rosters;
  private final ShiftStore shifts;
  private final HomeStays stays;
  private final AgreementReader agreements;
  private final Terms terms;

  DecisionBases(
      CalendarStore calendars,
      RosterSource rosters,
      ShiftStore shifts,
      HomeStays stays,
      AgreementReader agreements,
      HandoffConfig config) {
    this.calendars = calendars;
    this.rosters = rosters;
    this.shifts = shifts;
    this.stays = stays;
    this.agreements = agreements;
    this.terms = config.terms();
  }

  /** Keeps the calendar as it is to the end of the transaction. Call it before locking anything. */
  Uni<Void> hold(UnitOfWork unit) {
    return calendars.hold(unit);
  }

  /**
   * The world from the oldest instant asked about to the newest, with the last duty before it of
   * whoever is concerned, however long ago that was, and what was decided about their homes.
   */
  Uni<DecisionBasis> around(UnitOfWork unit, Instant oldest, Instant newest, Concerned concerned) {
    return Uni.combine()
        .all()
        .unis(
            roster(unit, oldest, newest, concerned.tams()),
            stays.since(unit, concerned.homes(), oldest),
            agreements.effective(unit, oldest, newest.plus(AHEAD)))
        .with(
            (seen, decided, agreed) ->
                new DecisionBasis(seen.inForce(), seen.roster(), terms, decided, agreed));
  }

  private record Seen(InForce inForce, Roster roster) {}

  private Uni<Seen> roster(
      UnitOfWork unit, Instant oldest, Instant newest, Collection<String> tams) {
    Instant from = oldest.minus(BACK);
    return rosters
        .read(unit, from, newest.plus(AHEAD))
        .chain(
            view -> {
              Roster roster = Roster.of(view.shifts());
              Set<String> unseen =
                  tams.stream()
                      .filter(tam -> roster.lastDutyBefore(tam, oldest).isEmpty())
                      .collect(Collectors.toSet());
              return unseen.isEmpty()
                  ? Uni.createFrom().item(new Seen(view.inForce(), roster))
                  : shifts
                      .lastBefore(unit, unseen, from)
                      .map(old -> new Seen(view.inForce(), with(view.shifts(), old)));
            });
  }

  private static Roster with(List<Shift> shifts, List<Shift> old) {
    Map<UUID, Shift> all = new LinkedHashMap<>();
    Stream.concat(old.stream(), shifts.stream()).forEach(shift -> all.put(shift.id(), shift));
    return Roster.of(all.values());
  }
}
