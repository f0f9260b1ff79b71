package io.meridian.handoff.simulation;

import static java.util.Comparator.comparing;

import io.meridian.events.EscalationState;
import io.meridian.events.Event;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.application.Assigning.Order;
import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.simulation.Tables.HandoffRow;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Actor.Kind;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Some days of the house, all from one seed: what the world does to it, what breaks, and when. One
 * thread; the same seed gives the same run.
 */
final class Simulation {
  /** May reassign whatever is held. */
  static final Actor MANAGER = new Actor(Kind.PERSON, "mia", Set.of(Roles.MANAGER), null, null);

  private static final String READ_BACK = "understood, I go on with it";

  private final RandomGenerator random;
  private final RandomRosters rosters;
  private final Instant end;
  private final PriorityQueue<Planned> plan =
      new PriorityQueue<>(comparing(Planned::at).thenComparingLong(Planned::number));
  private final Bus bus;
  private Calendar calendar;
  private long planned;
  private int heard;
  private House.Replica leader;
  private int parts;
  int refusals;
  int interruptions;
  final House house;
  final Outside outside;
  final List<String> violations = new ArrayList<>();

  private record Planned(Instant at, long number, Runnable deed) {}

  /**
   * @param planted a fault, or null
   */
  Simulation(long seed, Fault planted) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    rosters = new RandomRosters(random);
    end = rosters.start.plus(Duration.ofMinutes(480 + random.nextInt(1_440)));
    house = new House(new RandomTerms(random), rosters.start, rosters.agreed(), planted);
    outside = new Outside(random, house.know(rosters.customers()));
    bus = new Bus(random);
    calendar = rosters.calendar();
    leader = house.replicas.getFirst();
    house.tables.journal.atCommit(
        () -> new TableChecks(house.tables).constraints().forEach(violations::add));
  }

  /** How long the world went on. */
  Duration length() {
    return Duration.between(rosters.start, end);
  }

  /** Runs to the end and answers what is wrong. */
  List<String> run() {
    newReign();
    house.calendars.apply(calendar, revision -> {}, "mia").await().indefinitely();
    plan();
    while (true) {
      Instant engine = engineAt();
      Planned next = plan.peek();
      if (next != null && (engine == null || next.at().isBefore(engine))) {
        plan.poll();
        house.clock.set(next.at());
        next.deed().run();
      } else if (engine != null && !engine.isAfter(end)) {
        house.clock.set(engine.plusMillis(lag()));
        parts = 0;
        house.meanwhile = this::meanwhile;
        step(leader, house.tables.timers.first().orElseThrow());
        house.meanwhile = () -> {};
      } else {
        break;
      }
      listen();
    }
    quiesce();
    violations.addAll(house.audit());
    violations.addAll(new SimulationCheck(this, end).violations());
    return violations;
  }

  private Instant engineAt() {
    return leader == null ? null : house.tables.timers.first().map(Timer::dueAt).orElse(null);
  }

  private long lag() {
    if (random.nextInt(4) > 0) {
      return 0;
    }
    return random.nextInt(20) == 0 ? random.nextInt(600_000) : random.nextInt(2_000);
  }

  /** All that is under way arrives, somebody leads, and all that is due is done. */
  private void quiesce() {
    house.clock.set(end);
    while (!bus.isEmpty()) {
      deliver(true);
    }
    leader = house.replicas.get(random.nextInt(2));
    newReign();
    while (true) {
      Timer due = house.tables.timers.first().orElse(null);
      if (due == null || due.dueAt().isAfter(house.clock.instant())) {
        break;
      }
      step(leader, due);
    }
    house.keepRests(house.clock.instant());
  }

  private void plan() {
    at(2 + (int) length().toHours() / 4, () -> bus.take(outside.opens(now())));
    at((int) length().toHours() / 3, this::escalationGoesOn);
    at((int) length().toHours(), () -> deliver(false));
    at(random.nextInt(4), this::edit);
    at(random.nextInt(6), this::intervene);
    at(random.nextInt(4), this::failOver);
    at(random.nextInt(3), () -> leader = null);
    at(random.nextInt(3), () -> violations.addAll(house.audit()));
  }

  private void at(int times, Runnable deed) {
    for (int i = 0; i < times; i++) {
      at(rosters.start.plusMillis(random.nextLong(length().toMillis())), deed);
    }
  }

  private void at(Instant when, Runnable deed) {
    if (when.isBefore(end)) {
      plan.add(new Planned(when, planned++, deed));
    }
  }

  private Instant now() {
    return house.clock.instant();
  }

  private void escalationGoesOn() {
    EscalationState state = outside.goesOn(now());
    if (state != null) {
      bus.take(state);
    }
  }

  private void deliver(boolean all) {
    List<EscalationState> batch = bus.batch(all);
    if (!batch.isEmpty()
        && command(
            () -> house.transactions.write(unit -> house.follower.follow(unit, heard(batch))))) {
      bus.delivered(batch);
    }
  }

  /** As it is, or as if nobody had told that it has risen, when that fault is planted. */
  private List<EscalationState> heard(List<EscalationState> batch) {
    return batch.stream()
        .map(
            state ->
                state.hours() == ServiceHours.FOLLOW_THE_SUN
                        && state.revision() > 1
                        && house.saboteur.strikes(Fault.UNHEARD_RAISE)
                    ? served(state)
                    : state)
        .toList();
  }

  private static EscalationState served(EscalationState s) {
    return new EscalationState(
        s.id(),
        s.shortId(),
        s.title(),
        null,
        s.severity(),
        s.status(),
        s.customerId(),
        s.tags(),
        null,
        ServiceHours.HOME_REGION,
        s.homeRegion(),
        s.openedAt(),
        null,
        s.resolvedAt(),
        s.closedAt(),
        s.revision(),
        s.changedAt());
  }

  private void edit() {
    calendar = rosters.edit(calendar, now());
    command(() -> house.calendars.apply(calendar, revision -> {}, "mia"));
  }

  private void intervene() {
    UUID id = outside.any();
    if (id == null || house.tables.escalations.get(id) == null) {
      return;
    }
    String tam = person();
    var open = house.tables.open(id);
    switch (random.nextInt(3)) {
      case 0 -> command(() -> house.interventions.takeOver(id.toString(), tam, READ_BACK));
      case 1 -> command(() -> house.interventions.reassign(id.toString(), tam, "because", MANAGER));
      default -> {
        Instant until = now().plus(Duration.ofMinutes(1 + random.nextInt(600)));
        String by = open == null ? tam : open.tam();
        command(() -> house.interventions.hold(id.toString(), by, until));
      }
    }
  }

  private String person() {
    return rosters.people().get(random.nextInt(rosters.people().size()));
  }

  /** Another replica leads; the one before does not know yet, and goes on with what it saw. */
  private void failOver() {
    House.Replica before = leader == null ? house.replicas.getFirst() : leader;
    Timer seen = house.tables.timers.first().orElseThrow();
    leader = house.replicas.get(before == house.replicas.getFirst() ? 1 : 0);
    newReign();
    at(now().plusMillis(random.nextInt(7_200_000)), () -> wakeUp(before, seen));
  }

  private void wakeUp(House.Replica stale, Timer seen) {
    if (stale != leader && !seen.dueAt().isAfter(now())) {
      step(stale, seen);
      stale.reign().end();
    }
  }

  private void newReign() {
    house.term++;
    leader.reign().begin(house.term);
  }

  private void step(House.Replica replica, Timer timer) {
    mayCrash();
    long commits = house.tables.journal.commits;
    try {
      SimulatedTimers.process(replica.loop(), house.work, timer);
    } catch (Journal.Crash e) {
      return;
    } catch (RuntimeException e) {
      throw new IllegalStateException("the step of " + timer + " failed", e);
    }
    boolean wrote = house.tables.journal.commits > commits;
    if (wrote && replica.reign().believed() != house.term) {
      violations.add(
          "I9 fencing: term %d wrote in term %d".formatted(replica.reign().believed(), house.term));
    }
  }

  /** Between two transactions of a step others do something, now and then. */
  private void meanwhile() {
    boolean isBetween = ++parts > 1;
    if (random.nextInt(3) > 0) {
      return;
    }
    interruptions += isBetween ? 1 : 0;
    house.clock.set(now().plusMillis(random.nextInt(500)));
    switch (random.nextInt(5)) {
      case 0 -> intervene();
      case 1 -> deliver(false);
      case 2 -> edit();
      default -> acceptOne();
    }
  }

  private void acceptOne() {
    List<Handoff> asked =
        house.tables.handoffs.values().stream()
            .map(HandoffRow::handoff)
            .filter(handoff -> handoff.stage() instanceof Stage.Asked)
            .toList();
    if (!asked.isEmpty()) {
      Handoff one = asked.get(random.nextInt(asked.size()));
      accept(one.plan().id(), one.to());
    }
  }

  private void mayCrash() {
    if (random.nextInt(20) == 0) {
      house.tables.journal.crashAfter(random.nextInt(15));
    }
  }

  /** Somebody asks for something; false when the process died over it. */
  private boolean command(Supplier<Uni<?>> deed) {
    mayCrash();
    try {
      deed.get().await().indefinitely();
      return true;
    } catch (Journal.Crash e) {
      return false;
    } catch (Problem refused) {
      refusals++;
      return true;
    }
  }

  /** People hear of offers, and react as people do. */
  private void listen() {
    for (; heard < house.tables.log.rows().size(); heard++) {
      Event event = house.tables.log.get(heard);
      if (event instanceof HandoffEvent.Offered || event instanceof HandoffEvent.EscalatedToLead) {
        for (HandoffState offer : ((HandoffEvent) event).handoffs()) {
          react(offer);
        }
      }
    }
  }

  private void react(HandoffState offer) {
    String asked = offer.to().id();
    if (offer.status() == HandoffStatus.ESCALATED_TO_LEAD && random.nextInt(3) == 0) {
      for (int i = 0; i < 3; i++) {
        at(now().plusMillis(random.nextInt(2_700_000)), () -> assign(offer.id(), asked));
      }
      return;
    }
    Instant soon = now().plusMillis(random.nextInt(2_700_000));
    Instant late = now().plusMillis(random.nextInt(14_400_000));
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> at(soon, () -> accept(offer.id(), asked));
      case 3, 4 -> at(late, () -> accept(offer.id(), asked));
      case 5 -> at(late, () -> accept(offer.id(), person()));
      case 6 -> {
        at(soon, () -> accept(offer.id(), asked));
        at(late, () -> accept(offer.id(), random.nextBoolean() ? asked : person()));
      }
      case 7 -> at(soon, () -> decline(offer.id(), asked));
      default -> {}
    }
  }

  private void accept(UUID handoff, String by) {
    Wish wish = new Wish(handoff, by, READ_BACK, null, Manner.ALONE);
    command(() -> house.answers.acceptAll(List.of(wish)));
  }

  /** The lead, or a manager, gives it to somebody. */
  private void assign(UUID handoff, String lead) {
    boolean asManager = random.nextInt(4) == 0;
    Actor by = new Actor(Kind.PERSON, lead, asManager ? MANAGER.roles() : Set.of(), null, null);
    String to = person();
    command(() -> house.assigning.assign(handoff, new Order(by, to, "knows the customer")));
    at(now().plusMillis(random.nextInt(3_600_000)), () -> accept(handoff, to));
  }

  private void decline(UUID handoff, String by) {
    command(() -> house.declining.decline(handoff, by, "busy"));
  }
}
