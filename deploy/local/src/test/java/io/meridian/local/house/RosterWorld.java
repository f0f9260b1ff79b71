package io.meridian.local.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three regions that follow the sun as in FTS-A, with four people each: two primaries, a secondary
 * and a lead. In APAC the primaries change daily: what one has at home rests over the other's day;
 * elsewhere they change on Wednesdays. The clock change of the Americas opens a hole of an hour and
 * an overlap of an hour every day from 2026-03-08. Each region is home to a customer; that of APAC
 * has bought the whole day for severity 3.
 */
final class RosterWorld {

  private static final String[][] REGIONS = {
    {"APAC", "Asia/Singapore", "07:00", "15:00", "DAILY"},
    {"EMEA", "Europe/London", "07:00", "15:00", "WEEKLY"},
    {"AMER", "America/New_York", "10:00", "18:00", "WEEKLY"}
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

  /** Whether somebody is nobody's primary or secondary. */
  static boolean isLead(String tam) {
    return tam.endsWith("-" + TAMS_PER_REGION);
  }

  /** The customers for {@code POST /customers}. */
  static List<Map<String, Object>> customers() {
    return Arrays.stream(REGIONS)
        .map(
            region ->
                Map.<String, Object>of(
                    "name",
                    "Customer in " + region[0],
                    "tier",
                    region[0].equals("APAC") ? "PLATINUM" : "STANDARD",
                    "homeRegion",
                    region[0]))
        .toList();
  }

  /** What customers of the best tier have bought, for {@code PUT /sla-policies/PLATINUM}. */
  static Map<String, Object> platinum() {
    return Map.of("targets", List.of(Map.of("severity", "SEV3", "serviceHours", "FOLLOW_THE_SUN")));
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
        region[4],
        "every",
        1,
        "zone",
        region[1],
        "anchor",
        "2026-01-07T" + region[2]);
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
