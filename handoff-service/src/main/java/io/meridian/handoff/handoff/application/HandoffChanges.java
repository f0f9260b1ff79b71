package io.meridian.handoff.handoff.application;

import io.meridian.events.BriefingStatus;
import io.meridian.events.CancelReason;
import io.meridian.events.Event;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.duty.application.Deadlines;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.domain.routing.OfferRouting;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.Timer.Kind;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Demand;
import io.meridian.handoff.handoff.domain.Demands;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.HandoffPlan;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.HandoffStore.Pair;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.Holding;
import io.meridian.handoff.ledger.domain.Asked;
import io.meridian.handoff.ledger.store.GapStore.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What one moment does to handoffs, gathered to be written in sets. Not for several threads. */
final class HandoffChanges {
  private static final BriefingStatus UNLOOKED = new BriefingStatus(0, List.of());
  private static final String NOBODY_THERE = "nobody holds the incoming shift";
  private static final String LEFT = "no longer on the incoming shift";
  private static final Handoff.Ending FILLED =
      new Handoff.Ending(Outcome.MOVED, "somebody holds the incoming shift now");

  private final DecisionTime moment;
  private final Demands demands;
  private final InForce calendar;
  private final HandoffConfig config;
  private final Map<Pair, Integer> earlier;
  private final Map<UUID, BriefingStatus> drafts;
  private final OfferRouting routing;

  private List<HandoffWithSubject> begun = new ArrayList<>();
  private List<Handoff> changed = new ArrayList<>();
  private Map<UUID, ShiftChange> changes = new HashMap<>();
  private Set<Timer> timers = new HashSet<>();
  private List<Asking> askings = new ArrayList<>();
  private Announcements announcements;

  HandoffChanges(
      DecisionTime moment,
      Demands demands,
      InForce calendar,
      HandoffConfig config,
      Map<Pair, Integer> earlier,
      Map<UUID, BriefingStatus> drafts,
      Map<String, Load> loads) {
    this.moment = moment;
    this.demands = demands;
    this.calendar = calendar;
    this.config = config;
    this.earlier = earlier;
    this.drafts = drafts;
    this.routing = new OfferRouting(calendar.calendar(), loads);
    this.announcements = new Announcements(calendar);
  }

  /**
   * What is to be written because of what was done since the last time, the events in order.
   *
   * @param askings who was asked first after the boundary: gaps may be running
   */
  record ChangeSet(
      List<HandoffWithSubject> begun,
      List<Handoff> changed,
      Collection<ShiftChange> changes,
      Set<Timer> timers,
      List<Asking> askings,
      List<Event> events) {}

  /** Hands over what was gathered, and begins afresh; who carries how much stays known. */
  ChangeSet take() {
    ChangeSet set =
        new ChangeSet(begun, changed, changes.values(), timers, askings, announcements.events());
    begun = new ArrayList<>();
    changed = new ArrayList<>();
    changes = new HashMap<>();
    timers = new HashSet<>();
    askings = new ArrayList<>();
    announcements = new Announcements(calendar);
    return set;
  }

  /** Does what the demand says. */
  void apply(Demand demand, Holding holding) {
    switch (demand) {
      case Demand.Nothing ignored -> {}
      case Demand.Begin begin -> {
        Instant possible = Instants.later(begin.change().draftAt(), holding.holder().since());
        begin(holding, begin.change(), moment.due(possible));
      }
      case Demand.Replace replace -> {
        cancel(holding, replace.reason());
        replace.change().ifPresent(change -> begin(holding, change, due(replace, change)));
      }
      case Demand.Offer offer -> {
        if (unfinished(holding).stage() instanceof Stage.Waiting waiting) {
          Instant due = moment.due(offer.change().prepareAt());
          Handoff late = unfinished(holding).late(lateness(due));
          changed.add(ask(holding, late, waiting, offer.change()));
        }
      }
      case Demand.Move move -> {
        switch (unfinished(holding).stage()) {
          case Stage.Offered offered -> move(holding, offered, move.change());
          case Stage.WithLead asked -> reoffer(holding, asked, move.change());
          default -> {}
        }
      }
    }
  }

  private Instant due(Demand.Replace replace, ShiftChange change) {
    boolean atOnce = !change.boundary().isAfter(moment.asOf());
    return switch (replace.reason()) {
      case SUPERSEDED -> moment.due(atOnce ? change.boundary() : change.draftAt());
      default -> moment.asOf();
    };
  }

  private void cancel(Holding holding, CancelReason reason) {
    Handoff handoff = unfinished(holding);
    if (handoff.stage() instanceof Stage.Unfinished stage) {
      Handoff cancelled = handoff.cancel(stage, reason, moment.now());
      changed.add(cancelled);
      tell(Fact.CANCELLED, holding, cancelled);
    }
  }

  private void begin(Holding holding, ShiftChange change, Instant due) {
    changes.put(change.id(), change);
    UUID escalation = holding.subject().escalationId();
    int before = earlier.getOrDefault(new Pair(change.id(), escalation), 0);
    HandoffPlan plan = HandoffPlan.of(change, escalation, holding.holder().tam(), before);
    Handoff draft = Handoff.draft(plan, moment.now()).late(lateness(due));
    Stage.Drafted drafted = new Stage.Drafted();
    if (change.prepareAt().isAfter(moment.asOf())) {
      Handoff waiting = draft.await(drafted, moment.now());
      timers.add(new Timer(Kind.PREPARE, change.prepareAt()));
      tell(Fact.WAITING, holding, waiting);
      begun.add(item(holding, waiting));
    } else {
      begun.add(item(holding, ask(holding, draft, drafted, change)));
    }
  }

  private Handoff ask(Holding holding, Handoff handoff, Stage.Unasked unasked, ShiftChange change) {
    Handoff asked = asked(holding, handoff, unasked, change);
    if (!change.boundary().isAfter(moment.now()) && asked.stage() instanceof Stage.Asked stage) {
      askings.add(
          new Asking(
              holding.subject().escalationId(),
              change.id(),
              new Asked(stage.tam(), stage.offeredAt())));
    }
    return asked;
  }

  private Handoff asked(
      Holding holding, Handoff handoff, Stage.Unasked unasked, ShiftChange change) {
    changes.put(change.id(), change);
    String from = holding.holder().tam();
    Instant now = moment.now();
    Instant acceptBy = Deadlines.of(change, now, config);
    Optional<Choice> candidate = choose(holding, change, from::equals);
    if (candidate.isPresent()) {
      Handoff offered = handoff.offer(unasked, candidate.get(), now, acceptBy);
      timers.add(new Timer(Kind.ACCEPT_BY, acceptBy));
      tell(Fact.OFFERED, holding, offered);
      return offered;
    }
    Handoff withLead =
        handoff.askLead(unasked, leadOf(change.toRegion(), from), now, acceptBy, NOBODY_THERE);
    tell(Fact.ESCALATED, holding, withLead);
    return withLead;
  }

  private Optional<Choice> choose(Holding holding, ShiftChange change, Predicate<String> excluded) {
    return routing.choose(
        holding.wantedIn(change.toRegion()), demands.candidates(change).all(), excluded);
  }

  /** Nobody held the shift when its lead was asked, and somebody does now. */
  private void reoffer(Holding holding, Stage.WithLead asked, ShiftChange change) {
    changes.put(change.id(), change);
    Instant now = moment.now();
    Instant acceptBy = Deadlines.of(change, now, config);
    choose(holding, change, holding.holder().tam()::equals)
        .map(next -> unfinished(holding).reoffer(asked, FILLED, next, now, acceptBy))
        .ifPresent(
            offered -> {
              timers.add(new Timer(Kind.ACCEPT_BY, acceptBy));
              changed.add(offered);
              tell(Fact.OFFERED, holding, offered);
            });
  }

  private void move(Holding holding, Stage.Offered offered, ShiftChange change) {
    changes.put(change.id(), change);
    Handoff handoff = unfinished(holding);
    String from = holding.holder().tam();
    Instant now = moment.now();
    Handoff.Ending left = new Handoff.Ending(Outcome.MOVED, LEFT);
    Optional<Choice> next =
        choose(holding, change, tam -> tam.equals(from) || handoff.declinedBy(tam));
    if (next.isPresent()) {
      Instant acceptBy = Deadlines.of(change, now, config);
      timers.add(new Timer(Kind.ACCEPT_BY, acceptBy));
      Handoff moved = handoff.moveTo(offered, left, next.get(), now, acceptBy);
      changed.add(moved);
      tell(Fact.OFFERED, holding, moved);
    } else {
      Handoff escalated = handoff.escalate(offered, left, leadOf(change.toRegion(), from), now);
      changed.add(escalated);
      tell(Fact.ESCALATED, holding, escalated);
    }
  }

  /** The region's lead; a region that has left the calendar leaves it to who has it. */
  private String leadOf(String region, String otherwise) {
    return calendar.region(region).map(Region::lead).orElse(otherwise);
  }

  private void tell(Fact fact, Holding holding, Handoff handoff) {
    announcements.add(fact, item(holding, handoff));
  }

  /** A handoff that goes on keeps its briefing; one that begins has the draft. */
  private HandoffWithSubject item(Holding holding, Handoff handoff) {
    Handoff before = holding.unfinished();
    boolean goesOn = before != null && before.plan().id().equals(handoff.plan().id());
    BriefingStatus draft = drafts.get(holding.subject().escalationId());
    BriefingStatus status = goesOn ? holding.briefing() : draft;
    return new HandoffWithSubject(handoff, holding.subject(), status == null ? UNLOOKED : status);
  }

  private Duration lateness(Instant due) {
    return moment.lateness(due, config.latenessTolerance());
  }

  private static Handoff unfinished(Holding holding) {
    return Objects.requireNonNull(holding.unfinished());
  }
}
