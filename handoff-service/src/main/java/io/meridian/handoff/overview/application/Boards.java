package io.meridian.handoff.overview.application;

import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarConfig;
import io.meridian.handoff.calendar.application.CoverageAhead;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.calendar.application.RosterView;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.Shifts;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.PlannedChanges;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.handoff.application.HandoffCards;
import io.meridian.handoff.handoff.application.ShiftChangeReading;
import io.meridian.handoff.handoff.application.ShiftChangeReading.Summary;
import io.meridian.handoff.handoff.store.CardStore;
import io.meridian.handoff.overview.domain.GapLine;
import io.meridian.handoff.overview.domain.OpenCount;
import io.meridian.handoff.overview.store.BoardStore;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the board, in twelve statements whatever there is to read. */
@ApplicationScoped
public class Boards {
  static final int SHOWN_MAX = 200;

  /** A duty that began before the window is seen whole. */
  private static final Duration MARGIN = Duration.ofDays(2);

  private final RosterSource rosters;
  private final CoverageAhead coverage;
  private final AgreementReader agreements;
  private final ShiftChangeReading changes;
  private final CardStore cards;
  private final HandoffCards details;
  private final BoardStore store;
  private final HandoffConfig terms;
  private final CalendarConfig limits;
  private final Transactions transactions;
  private final Clock clock;

  Boards(
      RosterSource rosters,
      CoverageAhead coverage,
      AgreementReader agreements,
      ShiftChangeReading changes,
      CardStore cards,
      HandoffCards details,
      BoardStore store,
      HandoffConfig terms,
      CalendarConfig limits,
      Transactions transactions,
      Clock clock) {
    this.rosters = rosters;
    this.coverage = coverage;
    this.agreements = agreements;
    this.changes = changes;
    this.cards = cards;
    this.details = details;
    this.store = store;
    this.terms = terms;
    this.limits = limits;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The instant that the board is true of. */
  public Instant now() {
    return clock.instant();
  }

  /** The board with the band of {@code [from, to)}. */
  public Uni<Board> of(Instant from, Instant to) {
    return transactions.read(unit -> of(unit, from, to));
  }

  /** The same on a connection of the caller's. */
  public Uni<Board> of(UnitOfWork unit, Instant from, Instant to) {
    Instant now = clock.instant();
    return roster(unit, from, to, now)
        .chain(
            known ->
                changes
                    .between(unit, from, to, SHOWN_MAX, known.people())
                    .chain(prepared -> rows(unit, known, prepared)))
        .map(found -> board(found, now));
  }

  /** What the calendar says; agreements are read as far as the year's first hole may lie. */
  private record Known(
      Instant from,
      Instant to,
      RosterView view,
      List<CoverageGap> year,
      List<CoverageAgreement> agreed) {

    InForce people() {
      return view.inForce();
    }
  }

  private Uni<Known> roster(UnitOfWork unit, Instant from, Instant to, Instant now) {
    Instant start = Instants.earlier(from, now).minus(MARGIN);
    Instant end = Instants.later(to, now).plus(MARGIN);
    return rosters
        .read(unit, start, end)
        .chain(
            view -> {
              List<CoverageGap> year = coverage.byRules(view.inForce(), now);
              Instant until = Instants.later(to, now.plus(CoverageAhead.YEAR));
              return agreements
                  .between(unit, Instants.earlier(from, now), until)
                  .map(agreed -> new Known(from, to, view, year, agreed));
            });
  }

  /** What the tables say. */
  private record Found(
      Known known,
      List<Summary> prepared,
      HandoffCards.Found unaccepted,
      List<OpenCount> open,
      List<GapLine> gaps) {}

  private Uni<Found> rows(UnitOfWork unit, Known known, List<Summary> prepared) {
    return cards
        .unfinished(unit, known.to(), SHOWN_MAX)
        .chain(rows -> details.of(unit, known.people(), rows, Set.of()))
        .chain(
            unaccepted ->
                store
                    .open(unit)
                    .chain(
                        open ->
                            store
                                .gaps(unit, known.from(), known.to(), SHOWN_MAX)
                                .map(gaps -> new Found(known, prepared, unaccepted, open, gaps))));
  }

  private Board board(Found found, Instant now) {
    Known known = found.known();
    Roster roster = Roster.of(known.view().shifts());
    return new Board(
        now,
        known.from(),
        known.to(),
        known.people(),
        roster,
        Shifts.cut(known.view().shifts(), known.from(), known.to()),
        found.prepared(),
        planned(roster, found),
        found.unaccepted().cards(),
        found.open(),
        found.gaps(),
        holes(known),
        nextHole(known, now),
        found.prepared().size() < SHOWN_MAX
            && found.unaccepted().cards().size() < SHOWN_MAX
            && found.gaps().size() < SHOWN_MAX);
  }

  private List<ShiftChange> planned(Roster roster, Found found) {
    Set<UUID> prepared = found.prepared().stream().map(Summary::id).collect(Collectors.toSet());
    Known known = found.known();
    return PlannedChanges.between(
            roster, new ShiftChanges(roster, terms.terms()), known.from(), known.to())
        .stream()
        .filter(change -> !prepared.contains(change.id()))
        .toList();
  }

  /** By what was and will be on duty: history for what has begun. */
  private static List<CoverageGap> holes(Known known) {
    return Coverage.of(known.people().rules(), known.view().shifts(), known.from(), known.to())
        .agreeing(known.agreed())
        .gaps();
  }

  private @Nullable CoverageGap nextHole(Known known, Instant now) {
    return CoverageGap.cut(known.year(), known.agreed()).stream()
        .filter(gap -> gap.start().isAfter(now) && !gap.isAgreed())
        .filter(gap -> gap.isAtLeast(limits.gapTolerance()))
        .findFirst()
        .orElse(null);
  }
}
