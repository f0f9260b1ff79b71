package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.SimulatedCalendars;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.ledger.store.AccountabilityStore;
import io.meridian.handoff.ledger.store.CustomerStore;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.GapStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.handoff.ledger.store.LedgerRowsStore;
import io.meridian.handoff.ledger.store.RegimeStore;
import io.meridian.handoff.ledger.store.RestStore;
import io.meridian.handoff.ledger.store.SpanStore;
import io.meridian.handoff.ledger.store.WholeLedgerStore;
import io.meridian.rest.paging.PageRequest;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** The ledgers' use cases over stores in memory. */
public final class SimulatedLedger {
  public final Ledger ledger;
  public final Effects effects;
  public final EscalationFollower follower;
  public final Interventions interventions;
  public final CalendarListener unassigned;
  public final Acknowledgements acknowledgements;
  private final LedgerRecomputation recomputation;

  /** The tables. */
  public record Stores(
      LedgerLock lock,
      EscalationStore escalations,
      SpanStore spans,
      AccountabilityStore accountability,
      GapStore gaps,
      RestStore rests,
      RegimeStore regimes,
      ShiftChangeStore changes,
      LoadStore loads,
      CustomerStore customers,
      LedgerRowsStore rows,
      WholeLedgerStore whole,
      TimerStore timers,
      CalendarStore calendars) {}

  /** All else that is not of this package. */
  public record Around(
      HandoffConfig config,
      Outbox outbox,
      Transactions transactions,
      Clock clock,
      HomeStays stays,
      AgreementReader agreements) {}

  public SimulatedLedger(
      Stores stores,
      SimulatedCalendars calendars,
      Timers timers,
      LedgerListener listener,
      OpenOffers offers,
      Around around) {
    Clock clock = around.clock();
    DecisionBases bases =
        new DecisionBases(
            stores.calendars(),
            calendars.rosters,
            calendars.shifts,
            around.stays(),
            around.agreements(),
            around.config());
    LedgerWriter writer =
        new LedgerWriter(
            stores.accountability(),
            stores.gaps(),
            stores.changes(),
            stores.loads(),
            stores.regimes(),
            new RestWriter(stores.rests(), around.outbox()),
            around.stays(),
            around.outbox());
    this.acknowledgements =
        new Acknowledgements(stores.escalations(), calendars.current, timers, around.outbox());
    Assignments assignments = new Assignments(stores.customers(), stores.loads());
    SpanStepWriter steps =
        new SpanStepWriter(
            stores.escalations(),
            stores.spans(),
            bases,
            assignments,
            new ServiceChanges(assignments, writer),
            writer,
            listener,
            acknowledgements);
    this.ledger =
        new Ledger(
            stores.lock(),
            stores.escalations(),
            stores.spans(),
            stores.rests(),
            bases,
            writer,
            timers,
            around.config(),
            clock);
    this.effects =
        new Effects(stores.accountability(), calendars.current, around.config(), around.outbox());
    this.follower =
        new EscalationFollower(
            bases, stores.lock(), stores.escalations(), steps, around.config(), clock);
    this.unassigned = new UnassignedOnes(stores.lock(), stores.escalations(), steps);
    this.recomputation =
        new LedgerRecomputation(
            around.transactions(), stores.whole(), stores.timers(), bases, ledger, clock);
    this.interventions =
        new Interventions(
            around.transactions(),
            bases,
            stores.lock(),
            stores.escalations(),
            ledger,
            new LedgerReading(
                around.transactions(),
                stores.escalations(),
                stores.rows(),
                stores.spans(),
                calendars.current,
                bases,
                clock),
            listener,
            offers,
            clock);
  }

  /** What writes rests down. */
  public RestKeeping rests(Rosters rosters, HomeStays stays, HandoffConfig config) {
    return new RestKeeping(follower, ledger, rosters, stays, config);
  }

  /** What tells gaps who is asked in them. */
  public static AskedGaps askedGaps(GapStore gaps, CurrentCalendar calendar, Outbox outbox) {
    return new AskedGaps(gaps, calendar, outbox);
  }

  /** All ledgers derived anew, as an administrator has it done. */
  public Uni<LedgerRecomputation.Checked> recompute(UnitOfWork unit) {
    return recomputation.check(unit, PageRequest.of(500, null));
  }
}
