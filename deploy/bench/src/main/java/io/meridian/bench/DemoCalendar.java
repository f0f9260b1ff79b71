package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Three regions that follow the sun with one TAM each (FTS-A): the smallest calendar that hands
 * over.
 */
final class DemoCalendar {

  private DemoCalendar() {}

  /** Applies it to a house without a calendar. */
  static void apply(BenchHouse house) {
    RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().admin())
        .putNew("/api/v1/calendar", document());
  }

  private static Map<String, Object> document() {
    List<Object> regions = new ArrayList<>();
    List<Object> tams = new ArrayList<>();
    List<Object> rotations = new ArrayList<>();
    List<Object> patterns = new ArrayList<>();
    String[][] rows = {
      {"APAC", "Asia/Singapore", "07:00", "15:00", "SG"},
      {"EMEA", "Europe/London", "07:00", "15:00", "GB-ENG"},
      {"AMER", "America/New_York", "10:00", "18:00", "US"}
    };
    for (String[] row : rows) {
      String region = row[0];
      String tam = "tam-" + region.toLowerCase(java.util.Locale.ROOT);
      String rotation = region.toLowerCase(java.util.Locale.ROOT) + "-primary";
      regions.add(
          Map.of("code", region, "name", region, "zone", row[1], "holidays", row[4], "lead", tam));
      tams.add(
          Map.of(
              "id",
              tam,
              "name",
              "Bench " + region,
              "email",
              tam + "@example.com",
              "region",
              region,
              "zone",
              row[1],
              "status",
              "ACTIVE",
              "skills",
              List.of(),
              "languages",
              List.of("en")));
      rotations.add(
          Map.of(
              "id",
              rotation,
              "region",
              region,
              "tier",
              "PRIMARY",
              "participants",
              List.of(tam),
              "period",
              "WEEKLY",
              "every",
              1,
              "zone",
              row[1],
              "anchor",
              "2026-01-05T" + row[2]));
      patterns.add(
          Map.of(
              "id",
              region.toLowerCase(java.util.Locale.ROOT) + "-day",
              "region",
              region,
              "zone",
              row[1],
              "days",
              List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
              "start",
              row[2],
              "end",
              row[3],
              "effectiveFrom",
              "2026-01-01",
              "rotations",
              List.of(rotation),
              "holidayPolicy",
              "WORKED"));
    }
    return Map.of(
        "regions",
        regions,
        "tams",
        tams,
        "rotations",
        rotations,
        "shiftPatterns",
        patterns,
        "overrides",
        List.of(),
        "leaves",
        List.of());
  }
}
