package io.meridian.handoff.overview.application;

import io.meridian.handoff.calendar.application.CalendarConfig;
import io.meridian.handoff.calendar.application.CoverageAhead;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.Reachability;
import io.meridian.handoff.calendar.application.RosterSource;
import io.meridian.handoff.calendar.application.RosterView;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.Readiness;
import io.meridian.handoff.calendar.domain.Rotation.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.PlannedChanges;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.handoff.application.HandoffCards;
import io.meridian.handoff.handoff.store.CardStore;
import io.meridian.handoff.handoff.store.CardStore.Card;
import io.meridian.handoff.overview.domain.Held;
import io.meridian.handoff.overview.domain.QuestionLine;
import io.meridian.handoff.overview.domain.Risk;
import io.meridian.handoff.overview.domain.Risks;
import io.meridian.handoff.overview.domain.TamDuty;
import io.meridian.handoff.overview.domain.TamDuty.Mate;
import io.meridian.handoff.overview.domain.TamDuty.Place;
import io.meridian.handoff.overview.store.OverviewStore;
import io.meridian.handoff.watch.application.WatchReading;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import io.meridian.handoff.watch.domain.Note;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one person opens at the boundary, in fourteen statements whatever there is to read.
 */
@ApplicationScoped
public class MyShifts {
  /** More handoffs or escalations than this are not shown: nobody reads them on one screen. */
  static final int SHOWN_MAX = 200;

  private static final int QUESTIONS_MAX = 50;
  private static final int WATCHED_MAX = 50;
  private static final int RISKS_MAX = 20;

  /** A duty that began before now is seen whole. */
  private static final Duration MARGIN = Duration.ofDays(2);

  private static final Duration DAY = Duration.ofDays(1);

  /** What was handed over is shown this long after the boundary. */
  private static final Duration HANDED = Duration.ofHours(1);

  /** Questions are shown this long after the boundary. */
  private static final Duration ASKED = Duration.ofHours(12);

  private final RosterSource rosters;
  private final Reachability reachability;
  private final CoverageAhead coverage;
  private final CardStore cards;
  private final HandoffCards details;
  private final OverviewStore store;
  private final WatchReading items;
  private final HandoffConfig terms;
  private final CalendarConfig limits;
  private final Transactions transactions;
  private final Clock clock;

  MyShifts(
      RosterSource rosters,
      Reachability reachability,
      CoverageAhead coverage,
      CardStore cards,
      HandoffCards details,
      OverviewStore store,
      WatchReading items,
      HandoffConfig terms,
      CalendarConfig limits,
      Transactions transactions,
      Clock clock) {
    this.rosters = rosters;
    this.reachability = reachability;
    this.coverage = coverage;
    this.cards = cards;
    this.details = details;
    this.store = store;
    this.items = items;
    this.terms = terms;
    this.limits = limits;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the subject sees now; who is on no roster holds no duty, and may still be asked. */
  public Uni<MyShift> of(String subject) {
    return transactions.read(unit -> of(unit, subject));
  }

  /** The same on a connection of the caller's. */
  public Uni<MyShift> of(UnitOfWork unit, String subject) {
    Instant now = clock.instant();
    return rosters
        .read(unit, now.minus(MARGIN), now.plus(terms.lookahead()))
        .map(view -> stand(view, subject, now))
        .chain(
            stand ->
                reachability
                    .of(unit, stand.concerned(), now)
                    .chain(
                        readiness ->
                            coverage
                                .gaps(unit, stand.people(), now)
                                .map(gaps -> new Basis(stand, now, readiness, gaps))))
        .chain(basis -> rows(unit, basis).chain(rows -> joined(unit, basis, rows)));
  }

  /** Where the subject stands in the roster, and who comes after. */
  private record Stand(
      String subject,
      InForce people,
      TamDuty duty,
      @Nullable ShiftChange after,
      List<ShiftChange> relieved) {

    /** Until when what is watched concerns them: the end of their shift, or the next day. */
    Instant until(Instant now) {
      Place soon = duty.now() == null ? duty.next() : duty.now();
      Instant day = now.plus(DAY);
      return soon == null || soon.until().isBefore(day) ? day : soon.until();
    }

    /** Those whose notes they read or write. */
    List<UUID> changes() {
      return Stream.concat(relieved.stream(), Stream.ofNullable(after))
          .map(ShiftChange::id)
          .distinct()
          .toList();
    }

    /** Whose reachability matters: of the subject and of the crew that takes over. */
    List<Tam> concerned() {
      Stream<String> crew =
          after == null ? Stream.of() : TamDuty.crew(after.incoming()).stream().map(Mate::tam);
      return Stream.concat(Stream.of(subject), crew)
          .distinct()
          .flatMap(tam -> people.tam(tam).stream())
          .toList();
    }
  }

  private Stand stand(RosterView view, String subject, Instant now) {
    Roster roster = Roster.of(view.shifts());
    TamDuty duty = TamDuty.of(roster, subject, now);
    return new Stand(
        subject, view.inForce(), duty, after(roster, duty.leaving()), relieved(roster, duty, now));
  }

  /** The shift changes by which they come, or came, to their present or next shift. */
  private List<ShiftChange> relieved(Roster roster, TamDuty duty, Instant now) {
    Place soon = duty.now() == null ? duty.next() : duty.now();
    return soon == null
        ? List.of()
        : PlannedChanges.between(
                roster,
                new ShiftChanges(roster, terms.terms()),
                soon.shift().start().minus(DAY),
                soon.shift().end())
            .stream()
            .filter(change -> change.incoming().id().equals(soon.shift().id()))
            .toList();
  }

  /** What the calendar says. */
  private record Basis(Stand stand, Instant now, Readiness readiness, List<CoverageGap> gaps) {}

  /** What the tables say. */
  private record Rows(
      List<Card> cards,
      List<Held> holding,
      List<QuestionLine> questions,
      List<Watched> watched,
      List<Note> notes) {}

  private Uni<Rows> rows(UnitOfWork unit, Basis basis) {
    String subject = basis.stand().subject();
    Instant now = basis.now();
    return Uni.combine()
        .all()
        .unis(
            cards.of(unit, subject, now, now.minus(HANDED), SHOWN_MAX),
            store.held(unit, subject, now, SHOWN_MAX),
            store.questions(unit, subject, now.minus(ASKED), QUESTIONS_MAX),
            items.alive(unit, now, basis.stand().until(now), WATCHED_MAX),
            store.notes(unit, basis.stand().changes()))
        .usingConcurrencyOf(1)
        .with(Rows::new);
  }

  private Uni<MyShift> joined(UnitOfWork unit, Basis basis, Rows rows) {
    return details
        .of(
            unit,
            basis.stand().people(),
            rows.cards(),
            rows.holding().stream().map(Held::escalationId).toList())
        .map(found -> shift(basis, rows, found));
  }

  private MyShift shift(Basis basis, Rows rows, HandoffCards.Found found) {
    Stand stand = basis.stand();
    return new MyShift(
        stand.subject(),
        basis.now(),
        stand.people(),
        basis.readiness(),
        stand.duty(),
        stand.after(),
        found,
        rows.holding(),
        rows.questions(),
        rows.watched(),
        rows.notes(),
        risks(basis, found),
        rows.cards().size() < SHOWN_MAX
            && rows.holding().size() < SHOWN_MAX
            && rows.questions().size() < QUESTIONS_MAX);
  }

  private @Nullable ShiftChange after(Roster roster, @Nullable Duty duty) {
    return duty == null
        ? null
        : new ShiftChanges(roster, terms.terms())
            .at(duty.tam(), duty.region(), duty.end())
            .orElse(null);
  }

  private List<Risk> risks(Basis basis, HandoffCards.Found found) {
    Risks risks = new Risks(basis.now());
    found.cards().forEach(card -> risks.unaccepted(card.state()));
    TamDuty duty = basis.stand().duty();
    Place soon = duty.now() == null ? duty.next() : duty.now();
    if (soon != null) {
      unreachable(basis, risks, soon.shift(), basis.stand().subject());
    }
    ShiftChange after = basis.stand().after();
    if (after != null) {
      risks.emptyShift(after.incoming());
      TamDuty.crew(after.incoming()).stream()
          .filter(mate -> mate.tier() != Tier.SHADOW)
          .map(Mate::tam)
          .forEach(tam -> unreachable(basis, risks, after.incoming(), tam));
    }
    return risks.holes(basis.gaps(), limits.gapTolerance()).soonest(RISKS_MAX);
  }

  private static void unreachable(Basis basis, Risks risks, Shift shift, String tam) {
    InForce people = basis.stand().people();
    people
        .tam(tam)
        .filter(one -> !basis.readiness().isReachable(one))
        .ifPresent(one -> risks.unreachable(people.person(tam), shift));
  }
}
