package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarDifference;
import io.meridian.handoff.calendar.domain.CalendarEdit;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.handoff.calendar.domain.Readiness;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.RosterWarning;
import io.meridian.handoff.calendar.domain.RosterWarnings;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Shifts;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What people ask about the calendar and the roster that it makes. */
@ApplicationScoped
public class RosterQueries {

  /** How far ahead a difference between two calendars is shown. */
  private static final int DIFFERENCE_MONTHS = 12;

  private final Transactions transactions;
  private final RosterSource roster;
  private final CurrentCalendar current;
  private final AgreementReader agreements;
  private final Reachability reachability;
  private final CalendarConfig config;
  private final Clock clock;

  RosterQueries(
      Transactions transactions,
      RosterSource roster,
      CurrentCalendar current,
      AgreementReader agreements,
      Reachability reachability,
      CalendarConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.roster = roster;
    this.current = current;
    this.agreements = agreements;
    this.reachability = reachability;
    this.config = config;
    this.clock = clock;
  }

  /** A difference, and the window it was looked for in. */
  public record Preview(
      InForce before,
      InForce after,
      Instant from,
      Instant to,
      CalendarDifference difference,
      List<RosterWarning> warnings,
      List<RosterWarning> newWarnings) {}

  /** The calendar in force; the empty one, of revision 0, before the first. */
  public Uni<InForce> inForce() {
    return transactions.read(current::in);
  }

  /** The parts of shifts inside {@code [from, to)}, by start and id. */
  public Uni<RosterView> shifts(Instant from, Instant to, Basis basis) {
    return whole(from, to, basis)
        .map(view -> new RosterView(view.inForce(), Shifts.cut(view.shifts(), from, to)));
  }

  /**
   * Where there is a primary on duty in {@code [from, to)}, why there is none, and which gaps are
   * agreed to.
   */
  public Uni<Coverage> coverage(Instant from, Instant to, Basis basis) {
    return whole(from.minus(Coverage.MARGIN), to.plus(Coverage.MARGIN), basis)
        .chain(view -> coverage(view, from, to));
  }

  /** The coverage that a view makes, which must be wider than {@code [from, to)} by the margin. */
  Uni<Coverage> coverage(RosterView view, Instant from, Instant to) {
    return transactions
        .read(unit -> agreements.between(unit, from, to))
        .map(
            agreed ->
                Coverage.of(view.inForce().rules(), view.shifts(), from, to).agreeing(agreed));
  }

  /** The shifts that cover the instant, whole, empty ones too. */
  public Uni<RosterView> covering(Instant at) {
    return whole(at, at.plusMillis(1), Basis.HISTORY)
        .map(
            view -> {
              List<Shift> shifts = view.shifts().stream().filter(s -> s.covers(at)).toList();
              return new RosterView(view.inForce(), shifts);
            });
  }

  /** What would become of the next 12 months if the calendar were applied now. */
  public Uni<Preview> preview(Calendar document) {
    Instant from = clock.instant();
    Instant to = from.atOffset(ZoneOffset.UTC).plusMonths(DIFFERENCE_MONTHS).toInstant();
    return transactions
        .read(
            unit ->
                Uni.combine()
                    .all()
                    .unis(
                        current.in(unit),
                        reachability.of(unit, document, from),
                        agreements.between(unit, from, to))
                    .usingConcurrencyOf(1)
                    .asTuple())
        .map(
            known -> {
              InForce before = known.getItem1();
              InForce after = before.ifItWere(CalendarEdit.of(before.rules(), document, from));
              return preview(before, after, known.getItem2(), known.getItem3(), to);
            });
  }

  private Preview preview(
      InForce before,
      InForce after,
      Readiness readiness,
      List<CoverageAgreement> agreed,
      Instant to) {
    Instant from = readiness.now();
    List<RosterWarning> warnings =
        Stream.concat(
                RosterWarnings.ofEdit(before.rules(), after.rules(), from).stream(),
                warnings(after.rules(), readiness, to).stream())
            .toList();
    return new Preview(
        before,
        after,
        from,
        to,
        CalendarDifference.between(before.rules(), after.rules(), from, to).agreeing(agreed),
        warnings,
        RosterWarnings.beyond(warnings(before.rules(), readiness, to), warnings));
  }

  private List<RosterWarning> warnings(RosterRules rules, Readiness readiness, Instant to) {
    Instant from = readiness.now();
    return RosterWarnings.of(rules, rules.shifts(from, to), from, to, readiness, config.limits());
  }

  /** The instant that the domain clock reads. */
  public Instant now() {
    return clock.instant();
  }

  /** Every shift that shares an instant with {@code [from, to)}, whole, by start and id. */
  Uni<RosterView> whole(Instant from, Instant to, Basis basis) {
    return switch (basis) {
      case HISTORY -> transactions.read(unit -> roster.read(unit, from, to));
      case RULES -> inForce().map(now -> new RosterView(now, now.rules().shifts(from, to)));
    };
  }
}
