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

/**
 * A shift change with many open escalations: from the instant the offers are due to the last offer
 * seen by a Kafka consumer, against one SQL transaction that writes the same offers, moves the
 * owner and writes an outbox row for each (goals G3, G3b, G3c, G4b). Shifts of two hours follow
 * each other at speed in one house, so that the ones that count meet a warm service, as any but the
 * first after a restart does.
 */
final class ShiftChangeScenario implements Scenario {

  private static final Instant MIDNIGHT = Instant.parse("2026-01-15T00:00:00Z");
  private static final int SHIFT_HOURS = 2;
  private static final int WARM_UPS_MIN = 2;
  private static final int WARM_UPS_MAX = 8;

  /** So many offers warm a service, be it in one shift change. */
  private static final int WARMING = 80_000;

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
      double seconds = 25 + open * 2e-3;
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
    double before = 0;
    int warm = 0;
    List<MeasuredChange.Result> kept = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    while (kept.size() < rounds) {
      MeasuredChange.Result result = changes.at(boundary);
      double limit = raw.seconds();
      boolean steady = Math.abs(result.cpuMicros() - before) < 0.05 * before;
      if (!kept.isEmpty() || isWarm(warm, changes.open(), steady)) {
        kept.add(result);
        limits.add(limit);
      }
      warm++;
      before = result.cpuMicros();
      System.err.printf(
          Locale.ROOT,
          "  %s %s, raw %s%n",
          kept.isEmpty() ? "warm-up" : "round",
          result,
          millis(limit));
      boundary = boundary.plus(Duration.ofHours(SHIFT_HOURS));
    }
    report(changes.open(), kept, limits, table);
  }

  private static boolean isWarm(int warmUps, int open, boolean steady) {
    return warmUps * open >= WARMING
        || warmUps >= WARM_UPS_MAX
        || steady && warmUps >= WARM_UPS_MIN;
  }

  private static void report(
      int open, List<MeasuredChange.Result> kept, List<Double> limits, RatioTable table) {
    double[] last = kept.stream().mapToDouble(MeasuredChange.Result::last).toArray();
    double[] first = kept.stream().mapToDouble(MeasuredChange.Result::first).toArray();
    var outcome =
        Rounds.Outcome.of(last, limits.stream().mapToDouble(Double::doubleValue).toArray());
    table.add(
        String.format(
            Locale.ROOT, "(b) shift change, %,d open, due to last offer at a consumer", open),
        millis(outcome.medianSystem()) + " (first offer " + millis(Rounds.median(first)) + ")",
        millis(outcome.medianComparator()),
        outcome.ratio(),
        "≤ 0.5×",
        String.format(
            Locale.ROOT,
            "handoff %.0f + postgres %.0f",
            Rounds.median(kept.stream().mapToDouble(r -> r.serviceMicros() / open).toArray()),
            Rounds.median(kept.stream().mapToDouble(r -> r.databaseMicros() / open).toArray())),
        open + " handoffs = offers seen = acceptances, each round");
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
