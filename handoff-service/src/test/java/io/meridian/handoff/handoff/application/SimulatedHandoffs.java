package io.meridian.handoff.handoff.application;

import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.handoff.calendar.application.SimulatedCalendars;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.application.SimulatedRosters;
import io.meridian.handoff.duty.application.timer.TimerLoop;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.duty.store.TenureStore;
import io.meridian.handoff.duty.store.timer.TimerStore;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.application.briefing.SimulatedBriefings;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HoldingStore;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.handoff.handoff.store.PastStore;
import io.meridian.handoff.ledger.application.Acknowledgements;
import io.meridian.handoff.ledger.application.Effects;
import io.meridian.handoff.ledger.application.Ledger;
import io.meridian.handoff.ledger.application.RestKeeping;
import io.meridian.handoff.ledger.application.SimulatedLedger;
import io.meridian.handoff.ledger.store.GapStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The engine and the answers over stores in memory. */
public final class SimulatedHandoffs {
  private final Stores stores;
  private final SimulatedCalendars calendars;
  private final Timers timers;
  private final Around around;
  private final Briefings briefings = SimulatedBriefings.briefings();
  public final Rosters rosters;
  private final HandoffChangeWriter writer;
  private final Reconciliation reconciliation;
  public final Handoffs handoffs;

  /** The tables. */
  public record Stores(
      HoldingStore holdings,
      TenureStore tenures,
      HandoffStore handoffs,
      OfferStore offers,
      LoadStore loads,
      GapStore gaps,
      ShiftChangeStore changes,
      PastStore past,
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

  public SimulatedHandoffs(
      Stores stores, SimulatedCalendars calendars, Timers timers, Around around) {
    this.stores = stores;
    this.calendars = calendars;
    this.timers = timers;
    this.around = around;
    this.rosters = SimulatedRosters.rosters(calendars.rosters, stores.tenures(), around.config());
    this.writer =
        new HandoffChangeWriter(
            stores.handoffs(),
            stores.changes(),
            briefings,
            stores.loads(),
            calendars.current,
            timers,
            SimulatedLedger.askedGaps(stores.gaps(), calendars.current, around.outbox()),
            around.outbox(),
            around.config());
    this.reconciliation =
        new Reconciliation(stores.holdings(), around.stays(), writer, timers, around.config());
    MissedBoundaries missed =
        new MissedBoundaries(
            stores.past(),
            rosters,
            stores.handoffs(),
            stores.changes(),
            calendars.current,
            around.config(),
            around.outbox(),
            around.clock());
    this.handoffs =
        new Handoffs(
            reconciliation,
            stores.handoffs(),
            stores.tenures(),
            stores.timers(),
            calendars.current,
            missed,
            new Regrading(
                stores.handoffs(), briefings, calendars.current, around.outbox(), around.clock()),
            around.outbox(),
            around.clock());
  }

  /** What timers cause, and what a calendar causes. */
  public record Engine(TimerLoop.Work work, CalendarListener listener) {}

  public Engine engine(
      Ledger ledger, Acknowledgements acknowledgements, Effects effects, RestKeeping rests) {
    ShiftChangeEngine engine =
        new ShiftChangeEngine(
            null,
            timers,
            stores.calendars(),
            calendars.current,
            calendars.history,
            rosters,
            around.stays(),
            around.agreements(),
            rests,
            ledger,
            acknowledgements,
            effects,
            reconciliation,
            writer,
            stores.handoffs(),
            around.outbox(),
            List.of(),
            around.config(),
            around.clock());
    return new Engine(engine::step, engine);
  }

  public HandoffAnswers answers(Ledger ledger) {
    return new HandoffAnswers(
        contexts(),
        stores.handoffs(),
        stores.offers(),
        handoffs,
        ledger,
        briefings,
        calendars.current,
        around.transactions(),
        around.outbox());
  }

  public OfferAcceptance offers(HandoffAnswers answers) {
    return new OfferAcceptance(stores.offers(), answers);
  }

  public Assigning assigning(HandoffAnswers answers) {
    return new Assigning(
        contexts(), answers, new Unread(), calendars.current, around.transactions());
  }

  public Declining declining() {
    return new Declining(
        contexts(),
        stores.handoffs(),
        stores.offers(),
        stores.loads(),
        new Unread(),
        calendars.current,
        timers,
        around.config(),
        around.transactions(),
        around.outbox());
  }

  private AnswerContext.Opening contexts() {
    return new AnswerContext.Opening(
        rosters, stores.handoffs(), stores.changes(), handoffs, around.clock());
  }

  /** Nobody looks at the answer's details. */
  @Vetoed
  private static final class Unread extends HandoffReading {
    Unread() {
      super(null, null, null, null, null, null);
    }

    @Override
    Uni<HandoffDetails> find(UnitOfWork unit, UUID id) {
      return Uni.createFrom().nullItem();
    }
  }
}
