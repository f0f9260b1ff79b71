package io.meridian.bench;

import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A shift change with many open escalations: from the instant the offers are due to the last offer
 * seen by a Kafka consumer, against one SQL transaction that writes the same offers, moves the
 * owner and writes an outbox row for each (goals G3, G3b, G3c, G4b). Shifts of two hours follow
 * each other at speed in one house: the first after a start is told apart from those that meet a
 * warm service. Some of what is open may live at home and rest: the limit is of what travels, since
 * the cost should be.
 */
final class ShiftChangeScenario implements Scenario {

  private static final Instant MIDNIGHT = Instant.parse("2026-01-15T00:00:00Z");
  private static final int SHIFT_HOURS = 2;
  private static final int WARM_UPS_MAX = 6;

  /** Real seconds from boundary to boundary, but for those that the escalations take. */
  private static final double SHIFT_SECONDS = 25;

  /**
   * Real seconds that an offer and its acceptance take at most; the bench acceptance saw a third.
   */
  private static final double SECONDS_EACH = 6e-3;

  /** More than these are not accepted between two boundaries; their first change is measured. */
  private static final int ACCEPTED_MAX = 20_000;

  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION, Part.HANDOFF);

  @Override
  public String name() {
    return "shift-change";
  }

  @Override
  public String about() {
    return "a shift change with many open escalations, due instant to last offer at a consumer";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    for (int size : plan.sizes()) {
      run(new Open(size, plan.resting()), plan.rounds(), table);
    }
  }

  /**
   * What is open at the shift change.
   *
   * @param all how many
   * @param resting percent of them that live at home
   */
  private record Open(int all, int resting) {

    String severity(int number) {
      return number % 100 < resting ? "SEV4" : "SEV2";
    }

    int travelling() {
      return (int) IntStream.range(0, all).filter(n -> severity(n).equals("SEV2")).count();
    }

    @Override
    public String toString() {
      return resting == 0
          ? String.format(Locale.ROOT, "%,d open", all)
          : String.format(Locale.ROOT, "%,d open of which %,d travel", all, travelling());
    }
  }

  private static void run(Open open, int rounds, RatioTable table) throws Exception {
    int travelling = open.travelling();
    var clock = new ClockSettings(MIDNIGHT.plusSeconds(60), Instant.now(), 1);
    try (BenchHouse house = BenchHouse.start(PARTS, clock, Map.of())) {
      TurnsCalendar.apply(house, SHIFT_HOURS, SHIFT_HOURS);
      open(house, clock, open);
      RawShiftChange raw = new RawShiftChange(house, travelling);
      // from here on a shift passes as fast as so many can be offered and accepted
      double seconds = SHIFT_SECONDS + Math.min(travelling, ACCEPTED_MAX) * SECONDS_EACH;
      clock =
          new ClockSettings(
              MIDNIGHT.plus(Duration.ofMinutes(10)),
              Instant.now(),
              Duration.ofHours(SHIFT_HOURS).toSeconds() / seconds);
      house.restartWith(PARTS, clock, Map.of());
      measure(open, new MeasuredChange(house, clock, travelling), raw, rounds, table);
    }
  }

  private static void measure(
      Open open, MeasuredChange changes, RawShiftChange raw, int rounds, RatioTable table)
      throws Exception {
    Instant boundary = MIDNIGHT.plus(Duration.ofHours(SHIFT_HOURS));
    Measured first = new Measured(changes.at(boundary), raw.seconds());
    first.print("first");
    report("first after a start", open, List.of(first), table);
    List<Measured> kept = new ArrayList<>();
    Measured before = first;
    for (int warm = 1; changes.travelling() <= ACCEPTED_MAX && kept.size() < rounds; warm++) {
      changes.acceptAll();
      boundary = boundary.plus(Duration.ofHours(SHIFT_HOURS));
      Measured next = new Measured(changes.at(boundary), raw.seconds());
      if (!kept.isEmpty() || warm >= WARM_UPS_MAX || next.isAsBusyAs(before)) {
        kept.add(next);
      }
      next.print(kept.isEmpty() ? "warm-up" : "round");
      before = next;
    }
    if (!kept.isEmpty()) {
      report("service warm", open, kept, table);
    }
  }

  /** A shift change, and the seconds of its limit. */
  private record Measured(MeasuredChange.Result change, double limit) {

    boolean isAsBusyAs(Measured before) {
      double cpu = before.change.cpuMicros();
      return Math.abs(change.cpuMicros() - cpu) < 0.05 * cpu;
    }

    void print(String kind) {
      System.err.printf(Locale.ROOT, "  %s: %s, raw %s%n", kind, change, millis(limit));
    }
  }

  private static void report(String kind, Open open, List<Measured> kept, RatioTable table) {
    int offers = open.travelling();
    var outcome =
        Rounds.Outcome.of(
            kept.stream().mapToDouble(m -> m.change().last()).toArray(),
            kept.stream().mapToDouble(Measured::limit).toArray());
    double first = median(kept, MeasuredChange.Result::first);
    table.add(
        "(b) shift change, " + open + ", due to last offer, " + kind,
        millis(outcome.medianSystem()) + " (first offer " + millis(first) + ")",
        millis(outcome.medianComparator()),
        outcome.ratio(),
        "≤ 0.5×",
        String.format(
            Locale.ROOT,
            "handoff %.0f + postgres %.0f",
            median(kept, MeasuredChange.Result::serviceMicros) / offers,
            median(kept, MeasuredChange.Result::databaseMicros) / offers),
        offers + " handoffs = offers seen, each round");
  }

  private static double median(
      List<Measured> kept, ToDoubleFunction<MeasuredChange.Result> figure) {
    return Rounds.median(kept.stream().map(Measured::change).mapToDouble(figure).toArray());
  }

  private static void open(BenchHouse house, ClockSettings clock, Open open) throws IOException {
    AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
    int port = house.port(Part.ESCALATION);
    HttpLoad.Result result =
        new HttpLoad(port, 32).run(requests.next(open.all(), port, open::severity));
    if (result.ok() != open.all()) {
      throw new IllegalStateException(result.refused() + " openings were refused");
    }
    BenchHouse.await(
        "everybody assigned",
        Duration.ofSeconds(300),
        () ->
            house.number("handoff", "select count(*) from accountability where upper_inf(during)")
                == open.all());
  }

  static String millis(double seconds) {
    return String.format(Locale.ROOT, "%,.0f ms", seconds * 1e3);
  }
}
