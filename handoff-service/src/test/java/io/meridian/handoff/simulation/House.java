package io.meridian.handoff.simulation;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Event;
import io.meridian.events.HandoffEvent;
import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.SimulatedCalendars;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.SimulatedRosters;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.application.timer.TimerLoop;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.application.Assigning;
import io.meridian.handoff.handoff.application.Declining;
import io.meridian.handoff.handoff.application.HandoffAnswers;
import io.meridian.handoff.handoff.application.SimulatedHandoffs;
import io.meridian.handoff.ledger.application.EscalationFollower;
import io.meridian.handoff.ledger.application.Interventions;
import io.meridian.handoff.ledger.application.OpenOffers;
import io.meridian.handoff.ledger.application.SimulatedLedger;
import io.meridian.runtime.clock.DomainClock;
import io.meridian.runtime.leadership.Reign;
import io.meridian.runtime.outbox.Told;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.outbox.Undoable;
import io.meridian.runtime.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The service itself: its own use cases, put together by hand over tables in memory. */
final class House {
  final Tables tables = new Tables();
  final Saboteur saboteur;
  final Hands clock;
  final Transactions transactions;
  final CalendarCommands calendars;
  final SimulatedCalendars calendarParts;
  final EscalationFollower follower;
  final Interventions interventions;
  final HandoffAnswers answers;
  final Assigning assigning;
  final Declining declining;
  final TimerLoop.Work work;
  private final OpenOffers offers;
  private final SimulatedLedger ledgerParts;
  private final UnitOfWork unit;
  final List<Replica> replicas = new ArrayList<>();
  long term;

  /** What others do just before each transaction of a step. */
  Runnable meanwhile = () -> {};

  /** One replica: what it believes about leading, and its clockwork. */
  record Replica(Reign reign, TimerLoop loop) {}

  /** A clock that stands until it is set. */
  static final class Hands extends DomainClock {
    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    void set(Instant at) {
      now = at.isAfter(now) ? at : now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public Duration realDelayUntil(Instant due) {
      return Duration.ZERO;
    }
  }

  House(HandoffConfig config, Instant start, List<Interval> agreed, Fault planted) {
    this.saboteur = new Saboteur(planted);
    this.clock = new Hands(start);
    tables.journal.tearWhen(() -> saboteur.strikes(Fault.TORN_TRANSACTION));
    this.unit = UnitOfWork.on(null);
    this.transactions = new Undoable(unit, tables.journal);
    Told outbox = new Told(this::tell);
    var calendarTable = new CalendarTables.Calendars(tables);
    var timerTable = new EscalationTables.Timers(tables, saboteur);
    var loadTable = new LoadTable(tables, saboteur);
    var handoffTable = new HandoffTables.Store(tables, saboteur);
    this.calendarParts =
        new SimulatedCalendars(
            calendarTable,
            new CalendarTables.Shifts(tables),
            outbox,
            start.minus(Duration.ofDays(3)),
            start.plus(Duration.ofDays(9)));
    Timers timers = SimulatedTimers.timers(timerTable);
    HomeStays stays =
        SimulatedRosters.stays(
            new HomeTables.Decisions(tables),
            calendarParts.current,
            timerTable,
            outbox,
            config,
            clock);
    AgreementReader agreements = new HomeTables.Agreed(agreed);
    SimulatedHandoffs handoffParts =
        new SimulatedHandoffs(
            new SimulatedHandoffs.Stores(
                new HoldingTables.Holdings(tables, saboteur),
                new HoldingTables.Tenures(tables),
                handoffTable,
                new HoldingTables.Offers(tables),
                loadTable,
                new GapTable(tables, saboteur),
                new HandoffTables.Changes(tables),
                new HoldingTables.Past(tables),
                timerTable,
                calendarTable),
            calendarParts,
            timers,
            new SimulatedHandoffs.Around(config, outbox, transactions, clock, stays, agreements));
    this.ledgerParts =
        new SimulatedLedger(
            new SimulatedLedger.Stores(
                new EscalationTables.Lock(tables),
                new EscalationTables.Escalations(tables),
                new LedgerTables.Spans(tables),
                new LedgerTables.Owners(tables, saboteur),
                new GapTable(tables, saboteur),
                new HomeTables.Rests(tables, saboteur),
                new HomeTables.Regimes(tables),
                new HandoffTables.Changes(tables),
                loadTable,
                new EscalationTables.Customers(tables),
                new LedgerTables.Rows(tables),
                new WholeTables(tables),
                timerTable,
                calendarTable),
            calendarParts,
            timers,
            handoffParts.handoffs,
            (tx, escalation, tam, words) -> offers().accept(tx, escalation, tam, words),
            new SimulatedLedger.Around(config, outbox, transactions, clock, stays, agreements));
    SimulatedHandoffs.Engine engine =
        handoffParts.engine(
            ledgerParts.ledger,
            ledgerParts.acknowledgements,
            ledgerParts.effects,
            ledgerParts.rests(handoffParts.rosters, stays, config));
    calendarParts.listen(ledgerParts.unassigned);
    calendarParts.listen(engine.listener());
    this.calendars = calendarParts.commands(transactions, clock);
    this.follower = ledgerParts.follower;
    this.interventions = ledgerParts.interventions;
    this.answers = handoffParts.answers(ledgerParts.ledger);
    this.offers = handoffParts.offers(answers);
    this.assigning = handoffParts.assigning(answers);
    this.declining = handoffParts.declining();
    this.work = engine.work();
    var steps = new Undoable(unit, tables.journal, () -> meanwhile.run());
    for (int i = 0; i < 2; i++) {
      Reign reign = new Reign(() -> term, !saboteur.plants(Fault.SKIPPED_FENCE));
      replicas.add(new Replica(reign, SimulatedTimers.loop(timerTable, timers, steps, reign)));
    }
  }

  /** Made after the ledger that asks for them. */
  private OpenOffers offers() {
    return offers;
  }

  /** Customers that were told long ago. */
  List<UUID> know(List<Opening.Customer> customers) {
    tables.journal.begin();
    List<UUID> ids = new ArrayList<>();
    for (Opening.Customer customer : customers) {
      ids.add(new UUID(7, ids.size()));
      tables.customers.put(ids.getLast(), customer);
    }
    tables.journal.commit();
    return ids;
  }

  /** Writes all rests down, as at the next full hour. */
  void keepRests(Instant at) {
    Timer timer = new Timer(Timer.Kind.REST, at);
    Optional<TimerLoop.Work> next = Optional.of(work);
    while (next.isPresent()) {
      TimerLoop.Work part = next.get();
      next = transactions.write(u -> part.run(u, timer)).await().indefinitely();
    }
  }

  /** What a recomputation of all ledgers finds. */
  List<String> audit() {
    return ledgerParts.recompute(unit).await().indefinitely().page().items().stream()
        .filter(finding -> finding.behind() || !finding.differences().isEmpty())
        .map(finding -> "I7 recomputation at %s: %s".formatted(clock.instant(), finding))
        .toList();
  }

  private void tell(Event event) {
    boolean dropped = event instanceof HandoffEvent && saboteur.strikes(Fault.DROPPED_EVENT);
    if (!dropped) {
      append(event);
    }
    if (event instanceof AccountabilityEvent && saboteur.strikes(Fault.DOUBLED_EFFECT)) {
      append(event);
    }
  }

  void append(Event event) {
    tables.log.put(tables.log.rows().size(), event);
  }
}
