package io.meridian.local.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three regions that follow the sun as in FTS-A, with four people each: a primary and a secondary
 * who change daily, and a lead. The clock change of the Americas opens a hole of an hour and an
 * overlap of an hour every day from 2026-03-08.
 */
final class RosterWorld {

  private static final String[][] REGIONS = {
    {"APAC", "Asia/Singapore", "07:00", "15:00"},
    {"EMEA", "Europe/London", "07:00", "15:00"},
    {"AMER", "America/New_York", "10:00", "18:00"}
  };
  private static final int TAMS_PER_REGION = 4;

  private RosterWorld() {}

  static List<String> tams() {
    List<String> tams = new ArrayList<>();
    for (String[] region : REGIONS) {
      tams.addAll(tams(region[0]));
    }
    return tams;
  }

  private static List<String> tams(String region) {
    List<String> tams = new ArrayList<>();
    for (int i = 1; i <= TAMS_PER_REGION; i++) {
      tams.add("tam-" + region.toLowerCase(Locale.ROOT) + "-" + i);
    }
    return tams;
  }

  /** The document for {@code PUT /calendar}. */
  static Map<String, Object> calendar() {
    List<Object> regions = new ArrayList<>();
    List<Object> tams = new ArrayList<>();
    List<Object> rotations = new ArrayList<>();
    List<Object> patterns = new ArrayList<>();
    for (String[] r : REGIONS) {
      List<String> people = tams(r[0]);
      regions.add(
          Map.of(
              "code",
              r[0],
              "name",
              r[0],
              "zone",
              r[1],
              "holidays",
              "GB-ENG",
              "lead",
              people.getLast()));
      people.forEach(id -> tams.add(tam(id, r)));
      rotations.add(rotation(r, "PRIMARY", people.subList(0, 2)));
      rotations.add(rotation(r, "SECONDARY", people.subList(2, 3)));
      patterns.add(pattern(r));
    }
    return Map.of(
        "regions", regions,
        "tams", tams,
        "rotations", rotations,
        "shiftPatterns", patterns,
        "overrides", List.of(),
        "leaves", List.of());
  }

  private static Map<String, Object> tam(String id, String[] region) {
    return Map.of(
        "id",
        id,
        "name",
        id.substring(4),
        "email",
        id + "@example.com",
        "region",
        region[0],
        "zone",
        region[1],
        "status",
        "ACTIVE",
        "skills",
        List.of(),
        "languages",
        List.of("en"));
  }

  private static Map<String, Object> rotation(String[] region, String tier, List<String> people) {
    return Map.of(
        "id",
        rotationId(region, tier),
        "region",
        region[0],
        "tier",
        tier,
        "participants",
        people,
        "period",
        "DAILY",
        "every",
        1,
        "zone",
        region[1],
        "anchor",
        "2026-01-05T" + region[2]);
  }

  private static Map<String, Object> pattern(String[] region) {
    return Map.of(
        "id",
        region[0].toLowerCase(Locale.ROOT) + "-day",
        "region",
        region[0],
        "zone",
        region[1],
        "days",
        List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
        "start",
        region[2],
        "end",
        region[3],
        "effectiveFrom",
        "2026-01-01",
        "rotations",
        List.of(rotationId(region, "PRIMARY"), rotationId(region, "SECONDARY")),
        "holidayPolicy",
        "WORKED");
  }

  private static String rotationId(String[] region, String tier) {
    return (region[0] + "-" + tier).toLowerCase(Locale.ROOT);
  }
}
