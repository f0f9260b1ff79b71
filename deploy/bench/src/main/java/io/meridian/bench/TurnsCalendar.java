package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three regions of one TAM each that take turns around the clock: the smallest calendar that hands
 * over. All in UTC, so that each day is as long as the other.
 */
final class TurnsCalendar {

  static final List<String> REGIONS = List.of("APAC", "EMEA", "AMER");

  private TurnsCalendar() {}

  /**
   * Applies it to a house without a calendar. The first turn of a day begins at midnight.
   *
   * @param hours from turn to turn; a day has a multiple of three turns
   * @param worked how many of them somebody is on duty: fewer leave a hole before the next turn
   */
  static void apply(BenchHouse house, int hours, int worked) {
    List<Object> patterns = new ArrayList<>();
    for (int start = 0; start < 24; start += hours) {
      patterns.add(pattern(REGIONS.get(start / hours % REGIONS.size()), start, worked));
    }
    RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().admin())
        .putNew(
            "/api/v1/calendar",
            Map.of(
                "regions", REGIONS.stream().map(TurnsCalendar::region).toList(),
                "tams", REGIONS.stream().map(TurnsCalendar::person).toList(),
                "rotations", REGIONS.stream().map(TurnsCalendar::rotation).toList(),
                "shiftPatterns", patterns,
                "overrides", List.of(),
                "leaves", List.of()));
  }

  /** The one TAM of a region. */
  static String tam(String region) {
    return "tam-" + region.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> region(String code) {
    return Map.of(
        "code", code, "name", code, "zone", "UTC", "holidays", "GB-ENG", "lead", tam(code));
  }

  private static Map<String, Object> person(String region) {
    return Map.of(
        "id",
        tam(region),
        "name",
        "Bench " + region,
        "email",
        tam(region) + "@example.com",
        "region",
        region,
        "zone",
        "UTC",
        "status",
        "ACTIVE");
  }

  private static Map<String, Object> rotation(String region) {
    return Map.of(
        "id",
        "rotation-" + region,
        "region",
        region,
        "tier",
        "PRIMARY",
        "participants",
        List.of(tam(region)),
        "period",
        "WEEKLY",
        "every",
        1,
        "zone",
        "UTC",
        "anchor",
        "2026-01-05T00:00");
  }

  private static Map<String, Object> pattern(String region, int start, int worked) {
    return Map.of(
        "id",
        region + "-" + start,
        "region",
        region,
        "zone",
        "UTC",
        "days",
        List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
        "start",
        LocalTime.of(start, 0).toString(),
        "end",
        LocalTime.of((start + worked) % 24, 0).toString(),
        "effectiveFrom",
        "2026-01-01",
        "rotations",
        List.of("rotation-" + region),
        "holidayPolicy",
        "WORKED");
  }
}
