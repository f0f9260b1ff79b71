package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.handoff.calendar.application.AgreementReader;
import io.meridian.handoff.calendar.application.CalendarListener;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.ShiftHistory;
import io.meridian.handoff.calendar.application.agreement.AgreementListener;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.HomeStays;
import io.meridian.handoff.duty.application.Rosters;
import io.meridian.handoff.duty.application.timer.TimerLoop;
import io.meridian.handoff.duty.application.timer.TimerLoop.Work;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.StayRule;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.Timer.Kind;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.application.Reconciliation.Remainder;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.ledger.application.Acknowledgements;
import io.meridian.handoff.ledger.application.Effects;
import io.meridian.handoff.ledger.application.Ledger;
import io.meridian.handoff.ledger.application.RestKeeping;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each timer causes. A step runs alone: it waits for every transaction that decides by the
 * roster, and keeps them off until it has committed. So nothing is overlooked that was under way.
 * When very many escalations are concerned, it takes several transactions. What others change
 * between two of them they bring to the present themselves ({@link Handoffs}), as they do when the
 * engine is behind.
 *
 * <p>In one file because each kind of timer is a chain of the same few parts.
 */
@ApplicationScoped
public class ShiftChangeEngine implements CalendarListener, AgreementListener {
  /** When no shift is in sight, look again after this. */
  private static final Duration NOTHING_IN_SIGHT = Duration.ofDays(7);

  /** When in the hour rests are written down. */
  private static final Duration KEEP_RESTS = Duration.ofMinutes(17);

  private static final Handoff.Ending MISSED =
      new Handoff.Ending(Outcome.EXPIRED, "not accepted in time");

  private final TimerLoop loop;
  private final Timers timers;
  private final CalendarStore calendars;
  private final CurrentCalendar current;
  private final ShiftHistory history;
  private final Rosters rosters;
  private final HomeStays homeStays;
  private final AgreementReader agreements;
  private final RestKeeping rests;
  private final Ledger ledger;
  private final Acknowledgements acknowledgements;
  private final Effects effects;
  private final Reconciliation reconciliation;
  private final HandoffChangeWriter writer;
  private final HandoffStore handoffs;
  private final Outbox outbox;
  private final List<ShiftChangeListener> listeners;
  private final HandoffConfig config;
  private final Clock clock;

  ShiftChangeEngine(
      TimerLoop loop,
      Timers timers,
      CalendarStore calendars,
      CurrentCalendar current,
      ShiftHistory history,
      Rosters rosters,
      HomeStays homeStays,
      AgreementReader agreements,
      RestKeeping rests,
      Ledger ledger,
      Acknowledgements acknowledgements,
      Effects effects,
      Reconciliation reconciliation,
      HandoffChangeWriter writer,
      HandoffStore handoffs,
      Outbox outbox,
      @All List<ShiftChangeListener> listeners,
      HandoffConfig config,
      Clock clock) {
    this.loop = loop;
    this.timers = timers;
    this.calendars = calendars;
    this.current = current;
    this.history = history;
    this.rosters = rosters;
    this.homeStays = homeStays;
    this.agreements = agreements;
    this.rests = rests;
    this.ledger = ledger;
    this.acknowledgements = acknowledgements;
    this.effects = effects;
    this.reconciliation = reconciliation;
    this.writer = writer;
    this.handoffs = handoffs;
    this.outbox = outbox;
    this.listeners = listeners;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    loop.start(this::step);
  }

  /** The engine looks at everything anew as of the instant, after what was due before. */
  @Override
  public Uni<Void> calendarApplied(UnitOfWork unit, Instant at) {
    return timers.plan(unit, List.of(new Timer(Kind.CALENDAR, at)));
  }

  /** Open gaps are cut there, and what comes next is planned. */
  @Override
  public Uni<Void> agreementChanges(UnitOfWork unit, Instant at) {
    return timers.plan(unit, List.of(new Timer(Kind.AGREEMENT, at)));
  }

  /** Does what is due at a timer's instant, as of that instant, or the first part of it. */
  Uni<Optional<Work>> step(UnitOfWork unit, Timer timer) {
    return alone(
        unit,
        timer,
        moment ->
            switch (timer.kind()) {
              case ACCEPT_BY -> escalate(unit, moment);
              case ACKNOWLEDGE_BY -> unacknowledged(unit, moment);
              case AGREEMENT -> settle(unit, moment);
              case BOUNDARY -> boundary(unit, moment);
              case CALENDAR ->
                  timers
                      .deleteAfter(unit, moment.asOf(), Kind.BOUNDARY, Kind.PREPARE)
                      .chain(() -> boundary(unit, moment));
              case CONFIRM_BY -> confirmBy(unit, moment);
              case EFFECT -> attend(unit, moment);
              case HOLD_END -> settle(unit, moment);
              case PREPARE -> reconcile(unit, moment);
              case REST -> keepRests(unit, moment);
            });
  }

  private <T> Uni<T> alone(UnitOfWork unit, Timer timer, Function<DecisionTime, Uni<T>> part) {
    return calendars
        .holdAlone(unit)
        .chain(() -> part.apply(DecisionTime.timer(timer.dueAt(), clock.instant())));
  }

  /** What has begun becomes history first, so that all the rest rests on it. */
  private Uni<Optional<Work>> boundary(UnitOfWork unit, DecisionTime moment) {
    return history
        .materialise(unit, moment.asOf())
        .chain(() -> scene(unit, moment))
        .chain(scene -> settle(unit, moment, scene, Optional.empty(), this::reconcile));
  }

  /**
   * What a step decides by, of which a part that follows reads all but the time anew.
   *
   * @param since from when on the roster must be known
   * @param homes what everybody has at home
   */
  private record Scene(Instant since, Roster roster, Set<Home> homes, Stays stays) {

    /** The homes that nobody attends, and that do not rest. */
    Set<Home> left(StayRule rule, Instant at) {
      return homes.stream()
          .filter(home -> !roster.onDuty(home.tam(), at))
          .filter(home -> rule.othersAreThere(home, at) && !stays.keeps(home, at))
          .collect(Collectors.toSet());
    }
  }

  /** Decides what stays at home, if that is not decided. */
  private Uni<Scene> scene(UnitOfWork unit, DecisionTime moment) {
    return rosters.since(unit, moment.asOf()).chain(since -> scene(unit, moment, since));
  }

  private Uni<Scene> scene(UnitOfWork unit, DecisionTime moment, Instant since) {
    Instant asOf = moment.asOf();
    return Uni.combine()
        .all()
        .unis(rosters.between(unit, since, asOf), homeStays.homes(unit))
        .asTuple()
        .chain(
            both -> {
              Roster roster = both.getItem1();
              Set<Home> homes = both.getItem2();
              return homeStays
                  .at(unit, roster, homes, asOf)
                  .map(stays -> new Scene(since, roster, homes, stays));
            });
  }

  private Uni<Optional<Work>> settle(UnitOfWork unit, DecisionTime moment) {
    return scene(unit, moment)
        .chain(scene -> settle(unit, moment, scene, Optional.empty(), this::reconcile));
  }

  /** What comes when an instant is settled. */
  private interface Sequel {
    Uni<Optional<Work>> run(UnitOfWork unit, DecisionTime moment, Scene scene);
  }

  private Uni<Optional<Work>> settle(
      UnitOfWork unit, DecisionTime moment, Scene scene, Optional<UUID> after, Sequel sequel) {
    return ledger
        .settle(unit, moment.asOf(), scene.roster(), left(scene, moment), after)
        .chain(
            last ->
                last.isPresent()
                    ? later(
                        (then, now) ->
                            scene(then, now, scene.since())
                                .chain(next -> settle(then, now, next, last, sequel)))
                    : sequel.run(unit, moment, scene));
  }

  private Set<Home> left(Scene scene, DecisionTime moment) {
    return scene.left(new StayRule(scene.roster(), config.terms().homePatience()), moment.asOf());
  }

  private Uni<Optional<Work>> reconcile(UnitOfWork unit, DecisionTime moment) {
    return scene(unit, moment).chain(scene -> reconcile(unit, moment, scene));
  }

  private Uni<Optional<Work>> reconcile(UnitOfWork unit, DecisionTime moment, Scene scene) {
    return reconciliation
        .begin(unit, scene.roster(), moment, scene.homes(), scene.stays())
        .chain(rest -> ended(unit, moment, scene, rest));
  }

  /** One part of a reconciliation has ended; the last one plans what comes next. */
  private Uni<Optional<Work>> ended(
      UnitOfWork unit, DecisionTime moment, Scene scene, Optional<Remainder> left) {
    if (left.isPresent()) {
      return later(
          (then, now) ->
              scene(then, now, scene.since())
                  .chain(
                      next ->
                          reconciliation
                              .goOn(then, next.roster(), now, next.stays(), left.get())
                              .chain(rest -> ended(then, now, next, rest))));
    }
    ShiftChanges changes = new ShiftChanges(scene.roster(), config.terms());
    List<ShiftChange> open = changes.open(moment.asOf());
    return writer
        .prepare(unit, open, moment)
        .chain(() -> each(listener -> listener.prepared(unit, open, moment.asOf())))
        .chain(() -> timers.plan(unit, next(scene, changes, moment.asOf())))
        .chain(() -> agreements.edges(unit, moment.asOf()))
        .chain(
            edges ->
                timers.plan(
                    unit, edges.stream().map(edge -> new Timer(Kind.AGREEMENT, edge)).toList()))
        .replaceWith(Optional.empty());
  }

  /** The hour's rests are written down, and what was open before there were rests is served. */
  private Uni<Optional<Work>> keepRests(UnitOfWork unit, DecisionTime moment) {
    return rests
        .serveEarlier(unit)
        .chain(more -> more ? later(this::keepRests) : keepRests(unit, moment, Optional.empty()));
  }

  private Uni<Optional<Work>> keepRests(
      UnitOfWork unit, DecisionTime moment, Optional<UUID> after) {
    return rests
        .keep(unit, moment.asOf(), after)
        .chain(
            last ->
                last.isPresent()
                    ? later((then, now) -> keepRests(then, now, last))
                    : timers
                        .plan(unit, List.of(new Timer(Kind.REST, nextKeeping(moment.asOf()))))
                        .replaceWith(Optional.empty()));
  }

  /** Off the full hours, at which most shifts change. */
  private static Instant nextKeeping(Instant asOf) {
    Instant hour = asOf.truncatedTo(ChronoUnit.HOURS).plus(KEEP_RESTS);
    return hour.isAfter(asOf) ? hour : hour.plus(Duration.ofHours(1));
  }

  /** A chunk of a step after the first one. */
  private interface Chunk {
    Uni<Optional<Work>> run(UnitOfWork unit, DecisionTime moment);
  }

  private Uni<Optional<Work>> later(Chunk chunk) {
    return Uni.createFrom()
        .item(Optional.of((unit, timer) -> alone(unit, timer, moment -> chunk.run(unit, moment))));
  }

  /**
   * The roster's next two instants, and the hour's; each step plans them, so the chain never
   * breaks.
   */
  private static List<Timer> next(Scene scene, ShiftChanges changes, Instant asOf) {
    List<Timer> next = new ArrayList<>();
    Instant boundary = scene.roster().boundaries().higher(asOf);
    next.add(new Timer(Kind.BOUNDARY, boundary == null ? asOf.plus(NOTHING_IN_SIGHT) : boundary));
    next.add(new Timer(Kind.REST, nextKeeping(asOf)));
    Stream.of(changes.nextPreparation(asOf), changes.nextPreparation(scene.homes(), asOf))
        .flatMap(Optional::stream)
        .forEach(due -> next.add(new Timer(Kind.PREPARE, due)));
    return next;
  }

  private Uni<Optional<Work>> unacknowledged(UnitOfWork unit, DecisionTime moment) {
    return acknowledgements
        .overdue(unit, moment.asOf(), moment.now(), config.partMax())
        .chain(
            more ->
                more ? later(this::unacknowledged) : Uni.createFrom().item(Optional.<Work>empty()));
  }

  private Uni<Optional<Work>> confirmBy(UnitOfWork unit, DecisionTime moment) {
    return each(listener -> listener.confirmBy(unit, moment.asOf())).replaceWith(Optional.empty());
  }

  private Uni<Void> each(Function<ShiftChangeListener, Uni<Void>> tell) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (ShiftChangeListener listener : listeners) {
      told = told.chain(() -> tell.apply(listener));
    }
    return told;
  }

  /**
   * Most effects come with a boundary, which has settled the instant. Where the calendar has since
   * taken the shift away, a lead who accepted it holds from then on all the same.
   */
  private Uni<Optional<Work>> attend(UnitOfWork unit, DecisionTime moment) {
    return ledger
        .isSettled(unit, moment.asOf())
        .chain(
            settled ->
                settled
                    ? takeEffect(unit, moment, Optional.empty())
                    : scene(unit, moment)
                        .chain(
                            scene ->
                                settle(
                                    unit,
                                    moment,
                                    scene,
                                    Optional.empty(),
                                    (then, now, next) -> takeEffect(then, now, Optional.empty()))));
  }

  private Uni<Optional<Work>> takeEffect(
      UnitOfWork unit, DecisionTime moment, Optional<UUID> after) {
    return effects
        .tell(unit, moment.asOf(), after)
        .chain(
            last ->
                last.isPresent()
                    ? later((then, now) -> takeEffect(then, now, last))
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Work>> escalate(UnitOfWork unit, DecisionTime moment) {
    return handoffs
        .expired(unit, moment.asOf(), config.partMax())
        .call(expired -> current.in(unit).chain(people -> escalate(unit, moment, people, expired)))
        .chain(
            expired ->
                expired.size() < config.partMax()
                    ? Uni.createFrom().item(Optional.empty())
                    : later(this::escalate));
  }

  private Uni<Void> escalate(
      UnitOfWork unit, DecisionTime moment, InForce people, List<HandoffWithSubject> expired) {
    var announcements = new Announcements(people);
    List<Handoff> after = new ArrayList<>();
    for (HandoffWithSubject item : expired) {
      Handoff handoff = item.handoff();
      if (handoff.stage() instanceof Stage.Offered offered) {
        String lead =
            people.region(handoff.plan().toRegion()).map(Region::lead).orElse(offered.tam());
        Handoff escalated = handoff.escalate(offered, MISSED, lead, moment.now());
        after.add(escalated);
        announcements.add(Fact.ESCALATED, item.with(escalated));
      }
    }
    return handoffs
        .update(unit, after, moment.asOf())
        .chain(() -> outbox.append(unit, announcements.events()));
  }
}
