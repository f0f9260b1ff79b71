package io.meridian.handoff.simulation;

import io.meridian.events.EscalationEvent;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.SimulatedTimers;
import io.meridian.handoff.duty.domain.routing.Opening;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.testkit.history.EventLog;
import io.meridian.testkit.history.HistoryChecker;
import io.meridian.testkit.history.HistoryChecks;
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
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One week of the house, told in the home time of EMEA: "Mon 02:00"; "Mon+ 08:00" is a week later.
 */
final class Globe {
  static final ZoneId HOME = ZoneId.of("Europe/London");
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(HOME);
  private static final String READ_BACK = "understood, I go on with it";

  private final LocalDate monday;
  private final List<EscalationEvent> happened = new ArrayList<>();
  private final List<String> torn = new ArrayList<>();
  private final List<UUID> customers;
  private Team team;
  private long opened;
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
    house.tables.journal.atCommit(() -> torn.addAll(new TableChecks(house.tables).constraints()));
    house.replicas.getFirst().reign().begin(++house.term);
    apply(team);
    goTo("Mon 00:00");
  }

  private static Opening.Customer served(String home) {
    return new Opening.Customer(home, null, Map.of("EMEA", "emma", "AMER", "zoe", "APAC", "ken"));
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

  /** An instant of the week; of the one after it, when the day has a plus. */
  Instant at(String words) {
    String day = words.substring(0, 3);
    LocalTime time = LocalTime.parse(words.substring(words.indexOf(' ') + 1));
    LocalDate date = monday.plusWeeks(words.charAt(3) == '+' ? 1 : 0);
    return date.plusDays(DAYS.indexOf(day)).atTime(time).atZone(HOME).toInstant();
  }

  /** An instant in home time. */
  String words(Instant at) {
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

  /** What the next escalation is called. */
  UUID newId() {
    return new UUID(1, ++opened);
  }

  /** escalation-service tells, and the house hears of it at once. */
  void hear(EscalationEvent event) {
    happened.add(event);
    house
        .transactions
        .write(unit -> house.follower.follow(unit, List.of(event.escalation())))
        .await()
        .indefinitely();
    settle();
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
    house
        .tables
        .log
        .values()
        .forEach(e -> entries.add(new EventLog.Entry("h" + entries.size(), e)));
    EventLog log = new EventLog(entries);
    violations.addAll(HistoryChecker.check(log, now().plusMillis(1), now()));
    HistoryChecks checks = new HistoryChecks(log, now().plusMillis(1));
    violations.addAll(checks.rests().complete());
    violations.addAll(checks.regimes().travelling());
    violations.addAll(checks.regimes().served());
    return violations;
  }

  /** The engine does all that is due until then, each at its instant. */
  void goTo(String words) {
    goTo(at(words));
  }

  private void settle() {
    goTo(now());
  }

  private void goTo(Instant to) {
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
  }

  /** The team is another one from then on. */
  void change(String words, UnaryOperator<Team> edit) {
    goTo(words);
    team = edit.apply(team);
    apply(team);
    settle();
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

  /** Its unfinished handoff is accepted. */
  void accept(String words, Case of, String by) {
    goTo(words);
    UUID offer = house.tables.unfinished(of.id()).handoff().plan().id();
    Wish wish = new Wish(offer, by, READ_BACK, null, Manner.ALONE);
    house.answers.acceptAll(List.of(wish)).await().indefinitely();
    settle();
  }

  /** The accountable TAM declares a hold. */
  void hold(String words, Case of, String by, String until) {
    goTo(words);
    house.interventions.hold(of.id().toString(), by, at(until)).await().indefinitely();
    settle();
  }

  /** A manager gives it to somebody. */
  void reassign(String words, Case of, String to) {
    goTo(words);
    house
        .interventions
        .reassign(of.id().toString(), to, "because", Simulation.MANAGER)
        .await()
        .indefinitely();
    settle();
  }

  /** What became of everything so far. */
  Chronicle chronicle() {
    return new Chronicle(this);
  }
}
