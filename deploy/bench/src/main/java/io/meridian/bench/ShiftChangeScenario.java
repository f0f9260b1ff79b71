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

/**
 * A shift change with many open escalations: from the instant the offers are due to the last offer
 * seen by a Kafka consumer, against one SQL transaction that writes the same offers, moves the
 * owner and writes an outbox row for each (goals G3, G3b, G3c, G4b). Shifts of two hours follow
 * each other at speed in one house: the first after a start is told apart from those that meet a
 * warm service.
 */
final class ShiftChangeScenario implements Scenario {

  private static final Instant MIDNIGHT = Instant.parse("2026-01-15T00:00:00Z");
  private static final int SHIFT_HOURS = 2;
  private static final int WARM_UPS_MAX = 6;

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
    for (int open : plan.sizes()) {
      run(open, plan.rounds(), table);
    }
  }

  private static void run(int open, int rounds, RatioTable table) throws Exception {
    var clock = new ClockSettings(MIDNIGHT.plusSeconds(60), Instant.now(), 1);
    try (BenchHouse house = BenchHouse.start(PARTS, clock, Map.of())) {
      TurnsCalendar.apply(house, SHIFT_HOURS, SHIFT_HOURS);
      open(house, clock, open);
      RawShiftChange raw = new RawShiftChange(house, open);
      // from here on a shift passes as fast as so many can be offered and accepted
      double seconds = 25 + Math.min(open, ACCEPTED_MAX) * 2e-3;
      clock =
          new ClockSettings(
              MIDNIGHT.plus(Duration.ofMinutes(10)),
              Instant.now(),
              Duration.ofHours(SHIFT_HOURS).toSeconds() / seconds);
      house.restartWith(PARTS, clock, Map.of());
      measure(new MeasuredChange(house, clock, open), raw, rounds, table);
    }
  }

  private static void measure(
      MeasuredChange changes, RawShiftChange raw, int rounds, RatioTable table) throws Exception {
    Instant boundary = MIDNIGHT.plus(Duration.ofHours(SHIFT_HOURS));
    Measured first = new Measured(changes.at(boundary), raw.seconds());
    first.print("first");
    report("first after a start", changes.open(), List.of(first), table);
    List<Measured> kept = new ArrayList<>();
    Measured before = first;
    for (int warm = 1; changes.open() <= ACCEPTED_MAX && kept.size() < rounds; warm++) {
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
      report("service warm", changes.open(), kept, table);
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

  private static void report(String kind, int open, List<Measured> kept, RatioTable table) {
    var outcome =
        Rounds.Outcome.of(
            kept.stream().mapToDouble(m -> m.change().last()).toArray(),
            kept.stream().mapToDouble(Measured::limit).toArray());
    double first = median(kept, MeasuredChange.Result::first);
    table.add(
        String.format(Locale.ROOT, "(b) shift change, %,d open, due to last offer, %s", open, kind),
        millis(outcome.medianSystem()) + " (first offer " + millis(first) + ")",
        millis(outcome.medianComparator()),
        outcome.ratio(),
        "≤ 0.5×",
        String.format(
            Locale.ROOT,
            "handoff %.0f + postgres %.0f",
            median(kept, MeasuredChange.Result::serviceMicros) / open,
            median(kept, MeasuredChange.Result::databaseMicros) / open),
        open + " handoffs = offers seen, each round");
  }

  private static double median(
      List<Measured> kept, ToDoubleFunction<MeasuredChange.Result> figure) {
    return Rounds.median(kept.stream().map(Measured::change).mapToDouble(figure).toArray());
  }

  private static void open(BenchHouse house, ClockSettings clock, int open) throws IOException {
    AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
    int port = house.port(Part.ESCALATION);
    HttpLoad.Result result = new HttpLoad(port, 32).run(requests.next(open, port));
    if (result.ok() != open) {
      throw new IllegalStateException(result.refused() + " openings were refused");
    }
    BenchHouse.await(
        "everybody assigned",
        Duration.ofSeconds(300),
        () ->
            house.number("handoff", "select count(*) from accountability where upper_inf(during)")
                == open);
  }

  static String millis(double seconds) {
    return String.format(Locale.ROOT, "%,.0f ms", seconds * 1e3);
  }
}
