package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The year's coverage over HTTP: {@code /coverage/gaps} for the first time after an apply and again
 * and again, and the apply itself, for a small and a large organisation.
 */
final class CalendarScenario implements Scenario {

  private static final int ASKED = 50;
  private static final String CALENDAR = "/api/v1/calendar";
  private static final String GAPS =
      "/api/v1/coverage/gaps?basis=rules&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z";

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public String about() {
    return "/coverage/gaps of a year, cold and warm, and the apply of large documents";
  }

  @Override
  public void run(Plan plan, RatioTable table) {
    try (BenchHouse house =
        BenchHouse.start(Set.of(Part.POSTGRES, Part.KAFKA, Part.HANDOFF), null, Map.of())) {
      RestClient client =
          RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().manager());
      measure(client, plan.rounds(), table, 3, 36, 200);
      measure(client, plan.rounds(), table, 30, 600, 5_000);
    }
  }

  private static void measure(
      RestClient client, int rounds, RatioTable table, int regions, int tams, int overrides) {
    Map<String, Object> document = OrganisationDocument.of(regions, tams, overrides);
    List<Double> applies = new ArrayList<>();
    List<Double> firsts = new ArrayList<>();
    List<Double> agains = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      applies.add(millis(() -> client.putAny(CALENDAR, document)));
      firsts.add(millis(() -> client.get(GAPS)));
      for (int i = 0; i < ASKED; i++) {
        agains.add(millis(() -> client.get(GAPS)));
      }
    }
    String size = regions + " regions, " + tams + " TAMs, " + overrides + " overrides";
    table.add("(f) apply: " + size, words(applies), "", "", "", "", "");
    table.add("(f) /coverage/gaps, first after it", words(firsts), "", "", "", "", "");
    table.add("(f) /coverage/gaps, again", words(agains), "", "", "", "", "");
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static String words(List<Double> millis) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "first %.1f ms, p50 %.1f ms, max %.1f ms",
        millis.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }
}
