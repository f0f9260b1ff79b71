package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What ordinary requests through the front door take while one TAM would listen to 130 streams and
 * nobody sends 130 bodies that do not come to an end, against the same in the quiet house.
 */
final class HeldScenario implements Scenario {
  private static final Set<Part> HOUSE = EnumSet.complementOf(EnumSet.of(Part.MAIL, Part.CONSOLE));
  private static final List<String> ASKED =
      List.of("/api/v1/escalations?limit=10", "/api/v1/handoffs?limit=10", "/api/v1/on-duty");
  private static final int CONNECTIONS = 8;
  private static final int REQUESTS = 6_000;
  private static final int WARM_UPS = 3;

  @Override
  public String name() {
    return "held";
  }

  @Override
  public String about() {
    return "others' requests while 130 streams of one TAM and 130 unfinished bodies are held";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    try (BenchHouse house = BenchHouse.start(HOUSE, null, Map.of())) {
      TurnsCalendar.apply(house, 8, 7);
      for (int i = 0; i < WARM_UPS; i++) {
        ask(house);
      }
      Histogram quiet = new Histogram(3);
      Histogram busy = new Histogram(3);
      double[] ratios = new double[plan.rounds()];
      for (int i = 0; i < plan.rounds(); i++) {
        Histogram before = ask(house);
        Histogram during;
        try (HeldConnections held = HeldConnections.open(house)) {
          during = ask(house);
          held.requireHeld();
        }
        ratios[i] = p99(during) / p99(before);
        quiet.add(before);
        busy.add(during);
      }
      Arrays.sort(ratios);
      table.add(
          "requests of others through the door, 130 streams of one TAM and 130 unfinished bodies",
          millis(busy),
          "the quiet house: " + millis(quiet),
          String.format(
              Locale.ROOT,
              "p99 %.2f× (%.2f× to %.2f×)",
              ratios[ratios.length / 2],
              ratios[0],
              ratios[ratios.length - 1]),
          "p99 ≤ 1.5×",
          "",
          HeldConnections.WORDS);
    }
  }

  private static Histogram ask(BenchHouse house) throws IOException {
    int port = house.port(Part.DOOR);
    String token = "Bearer " + house.stack().tokens().manager();
    Iterator<byte[]> requests =
        IntStream.range(0, REQUESTS)
            .mapToObj(
                i ->
                    HttpRequests.get(
                        "127.0.0.1:" + port,
                        ASKED.get(i % ASKED.size()),
                        Map.of("Authorization", token)))
            .iterator();
    HttpLoad.Result result = new HttpLoad(port, CONNECTIONS).run(requests);
    if (result.ok() != REQUESTS) {
      throw new IllegalStateException(result.refused() + " of " + REQUESTS + " were refused");
    }
    return result.latency();
  }

  private static double p99(Histogram nanos) {
    return nanos.getValueAtPercentile(99);
  }

  private static String millis(Histogram nanos) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p99 %.2f ms",
        nanos.getValueAtPercentile(50) / 1e6,
        p99(nanos) / 1e6);
  }
}
