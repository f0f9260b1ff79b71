package io.meridian.handoff.simulation;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.Event;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.StayEvent;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.simulation.Tables.Owned;
import io.meridian.testkit.history.EventLog;
import io.meridian.testkit.history.HistoryChecker;
import io.meridian.testkit.history.HistoryChecks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One week of the house, told in the home time of EMEA: "Mon 02:00"; "Mon+ 08:00" is a week later.
 */
final class Globe {
  static final ZoneId HOME = ZoneId.of("Europe/London");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(HOME);
  private static final String READ_BACK = "understood, I go on with it";

  private final LocalDate monday;
  private final List<EscalationEvent> happened = new ArrayList<>();
  private final List<String> torn = new ArrayList<>();
  private final List<UUID> customers;
  private Team team;
  final House house;

  /** A week in January, when home time is UTC. */
  Globe(Team team) {
    this(LocalDate.parse("2026-01-12"), team, new Terms(Duration.ofHours(26)));
  }

  /**
   * @param agreed when coverage holes are agreed to, from and to
   */
  Globe(LocalDate monday, Team team, HandoffConfig terms, String... agreed) {
    this.monday = monday;
    this.team = team;
    List<Interval> holes =
        agreed.length == 0 ? List.of() : List.of(new Interval(at(agreed[0]), at(agreed[1])));
    this.house = new House(terms, at("Mon 00:00").minus(Duration.ofHours(12)), holes, null);
    this.customers = house.know(List.of(served("EMEA"), served("MARS")));
    house.tables.journal.atCommit(
        () -> torn.addAll(new TableChecks(house.tables).constraints()));
    house.replicas.getFirst().reign().begin(++house.term);
    apply(team);
    goTo("Mon 00:00");
  }

  private static Opening.Customer served(String home) {
    return new Opening.Customer(
        home, null, Map.of("EMEA", "emma", "AMER", "zoe", "APAC", "ken"));
  }

  /** The durations of the law, but for the home patience. */
  record Terms(Duration homePatience) implements HandoffConfig {
    @Override
    public Duration lead() {
      return Duration.ofMinutes(30);
    }

    @Override
    public Duration acceptanceTimeout() {
      return Duration.ofMinutes(15);
    }

    @Override
    public Duration acknowledgeWithin() {
      return Duration.ofMinutes(10);
    }

    @Override
    public Duration latenessTolerance() {
      return Duration.ofMinutes(1);
    }

    @Override
    public Duration lookahead() {
      return Duration.ofDays(21);
    }

    @Override
    public int partMax() {
      return 100;
    }
  }

  Instant at(String words) {
    String[] parts = words.split(" ");
    int day = 0;
    while (!DayOfWeek.of(day + 1).name().startsWith(parts[0].substring(0, 3).toUpperCase(Locale.ROOT))) {
      day++;
    }
    int weeks = parts[0].endsWith("+") ? 1 : 0;
    return monday.plusDays(day).plusWeeks(weeks).atTime(LocalTime.parse(parts[1])).atZone(HOME).toInstant();
  }

  private String words(Instant at) {
    boolean isNext = !at.isBefore(at("Mon+ 00:00"));
    String words = WORDS.format(at);
    return isNext ? words.substring(0, 3) + "+" + words.substring(3) : words;
  }

  Instant now() {
    return house.clock.instant();
  }

  /** The customer's, who lives in EMEA, with the service hours of its severity. */
  Case opens(String words, Severity severity) {
    return Case.opened(this, words, severity, ServiceHours.of(severity), customer(), "EMEA");
  }

  /** escalation-service tells, and the house hears of it at once. */
  void hear(EscalationEvent event) {
    happened.add(event);
    house
        .transactions
        .write(unit -> house.follower.follow(unit, List.of(event.escalation())))
        .await()
        .indefinitely();
  }

  /**
   * What is wrong by the invariants: in the tables, by what was told, and by a recomputation of the
   * ledgers.
   */
  List<String> violations() {
    house.keepRests(now());
    List<String> violations = new ArrayList<>(torn);
    violations.addAll(house.audit());
    List<EventLog.Entry> entries = new ArrayList<>();
    happened.forEach(e -> entries.add(new EventLog.Entry("o" + entries.size(), e)));
    house.tables.log.values().forEach(e -> entries.add(new EventLog.Entry("h" + entries.size(), e)));
    EventLog log = new EventLog(entries);
    violations.addAll(HistoryChecker.check(log, now().plusMillis(1), now()));
    violations.addAll(new HistoryChecks(log, now().plusMillis(1)).rests().complete());
    return violations;
  }

  /** The engine does all that is due until then, each at its instant. */
  Globe goTo(String words) {
    Instant to = at(words);
    while (true) {
      Timer due = house.tables.timers.first().orElseThrow();
      if (due.dueAt().isAfter(to)) {
        break;
      }
      house.clock.set(due.dueAt());
      SimulatedTimers.process(house.replicas.getFirst().loop(), house.work, due);
      if (house.tables.timers.first().filter(due::equals).isPresent()) {
        throw new IllegalStateException("the step of " + due + " failed");
      }
    }
    house.clock.set(to);
    return this;
  }

  /** The team is another one from then on. */
  Globe change(String words, UnaryOperator<Team> edit) {
    goTo(words);
    team = edit.apply(team);
    apply(team);
    return goTo(words);
  }

  private void apply(Team now) {
    house.calendars.apply(now.calendar(), revision -> {}, "mia").await().indefinitely();
  }

  /** The customer who lives in EMEA, whose TAM there is emma. */
  UUID customer() {
    return customers.getFirst();
  }

  /** A customer whose home region the calendar does not know. */
  UUID customerFromMars() {
    return customers.getLast();
  }

  /** Somebody edits the customer's entry. */
  void edit(UUID customer, String home) {
    house.tables.journal.begin();
    house.tables.customers.put(customer, served(home));
    house.tables.journal.commit();
  }

  Globe accept(String words, Case of, String by) {
    goTo(words);
    UUID offer = house.tables.unfinished(of.id()).handoff().plan().id();
    Wish wish = new Wish(offer, by, READ_BACK, null, Manner.ALONE);
    house.answers.acceptAll(List.of(wish)).await().indefinitely();
    return goTo(words);
  }

  /**
   * Whose it was and what they did, from each instant on: "Mon 16:00 emma rests HOME_HOURS". Parts
   * that are no partition say both.
   */
  List<String> ledger(Case of) {
    house.keepRests(now());
    Tables tables = house.tables;
    List<Accountability> owners =
        tables.accountability.get(of.id(), List.of()).stream().map(Owned::interval).toList();
    List<LedgerGap> gaps = tables.gaps.get(of.id(), List.of());
    List<LedgerRest> rests = tables.rests.get(of.id(), List.of());
    TreeSet<Instant> cuts = new TreeSet<>();
    owners.forEach(o -> add(cuts, o.start(), o.end()));
    gaps.forEach(g -> add(cuts, g.gap().start(), g.gap().end()));
    rests.forEach(r -> add(cuts, r.rest().start(), r.rest().end()));
    List<String> parts = new ArrayList<>();
    for (Instant cut : cuts) {
      List<String> said = new ArrayList<>();
      owners.stream().filter(o -> o.covers(cut)).forEach(o -> said.add(o.tam()));
      gaps.stream()
          .map(LedgerGap::gap)
          .filter(g -> covers(g.start(), g.end(), cut))
          .forEach(
              g -> said.add("gap " + g.reason().cause() + (g.reason().agreed() ? " agreed" : "")));
      rests.stream()
          .map(LedgerRest::rest)
          .filter(r -> covers(r.start(), r.end(), cut))
          .forEach(r -> said.add("rests " + r.cause()));
      boolean attends = said.size() == 1;
      parts.add(words(cut) + " " + (said.isEmpty() ? "nobody" : String.join(" ", said)) + (attends ? " attends" : ""));
    }
    return parts;
  }

  private void add(TreeSet<Instant> cuts, Instant start, Instant end) {
    Stream.of(start, end == null ? Instant.MAX : end)
        .filter(at -> at.isBefore(now()))
        .forEach(cuts::add);
  }

  private static boolean covers(Instant start, Instant end, Instant at) {
    return !at.isBefore(start) && (end == null || at.isBefore(end));
  }

  /** What the service told about it since an instant, gaps and rests apart, each in words. */
  List<String> told(Case of, String since) {
    List<String> told = new ArrayList<>();
    for (Event event : house.tables.log.values()) {
      if (event.time().isBefore(at(since))) {
        continue;
      }
      switch (event) {
        case AccountabilityEvent e when e.accountability().escalationId().equals(of.id()) ->
            told.add(line(e));
        case HandoffEvent e ->
            e.handoffs().stream()
                .filter(h -> h.escalationId().equals(of.id()))
                .forEach(h -> told.add(line(e, h)));
        default -> {}
      }
    }
    return told;
  }

  private String line(AccountabilityEvent event) {
    AccountabilityState state = event.accountability();
    String what =
        switch (event) {
          case AccountabilityEvent.RegimeChanged e ->
              state.resolved() ? "RESOLVED" : state.serviceHours() + " in " + state.homeRegion();
          case AccountabilityEvent.Held e -> state.tam().id() + " until " + words(state.holdUntil());
          case AccountabilityEvent.Ended e -> words(state.end());
          default -> state.tam().id() + " " + state.basis();
        };
    return words(event.time()) + " " + event.getClass().getSimpleName() + " " + what;
  }

  private String line(HandoffEvent event, HandoffState state) {
    Object asked = state.to() == null ? state.toRegion() : state.to().id();
    Object what = state.cancelReason() == null ? asked : state.cancelReason();
    return words(event.time()) + " " + event.getClass().getSimpleName() + " " + what;
  }

  /** What was decided about what a TAM has at home: "Mon 16:00 emma in EMEA back Tue 08:00". */
  List<String> decided(String tam) {
    return house.tables.log.values().stream()
        .filter(StayEvent.class::isInstance)
        .map(event -> ((StayEvent) event).stay())
        .filter(stay -> stay.tam().id().equals(tam))
        .map(
            stay ->
                "%s %s in %s %s"
                    .formatted(
                        words(stay.since()),
                        stay.tam().id(),
                        stay.region(),
                        stay.until() == null ? "leaves it" : "back " + words(stay.until())))
        .toList();
  }

  /** When rests of it begin and end, in words, and how long they are. */
  Duration rested(Case of) {
    house.keepRests(now());
    return house.tables.rests.get(of.id(), List.of()).stream()
        .map(LedgerRest::rest)
        .map(r -> Duration.between(r.start(), Objects.requireNonNullElse(r.end(), now())))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
