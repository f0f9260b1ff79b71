package io.meridian.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A calendar document of an organisation of any size: each region works around the clock in two
 * patterns, with a weekly rotation and its share of overrides.
 */
final class OrganisationDocument {

  private static final List<String> ZONES =
      List.of("Asia/Singapore", "Europe/London", "America/New_York");
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  private final List<Object> regions = new ArrayList<>();
  private final List<Object> tams = new ArrayList<>();
  private final List<Object> rotations = new ArrayList<>();
  private final List<Object> patterns = new ArrayList<>();
  private final List<Object> overrides = new ArrayList<>();

  static Map<String, Object> of(int regions, int tams, int overrides) {
    OrganisationDocument made = new OrganisationDocument();
    for (int r = 0; r < regions; r++) {
      made.region(r, tams / regions);
    }
    for (int o = 0; o < overrides; o++) {
      made.override(o, regions, YEAR.dividedBy(overrides));
    }
    return Map.of(
        "regions", made.regions,
        "tams", made.tams,
        "rotations", made.rotations,
        "shiftPatterns", made.patterns,
        "overrides", made.overrides);
  }

  private void region(int number, int people) {
    String code = "R" + number;
    List<String> ids = new ArrayList<>();
    for (int t = 0; t < people; t++) {
      String id = code + "-" + t;
      ids.add(id);
      tams.add(Map.of("id", id, "name", "Tam " + id, "email", id + "@example.com", "region", code));
    }
    regions.add(
        Map.of(
            "code",
            code,
            "name",
            code,
            "zone",
            ZONES.get(number % ZONES.size()),
            "holidays",
            "GB-ENG",
            "lead",
            ids.getFirst()));
    rotations.add(
        Map.of(
            "id",
            code,
            "region",
            code,
            "tier",
            "PRIMARY",
            "participants",
            ids,
            "period",
            "WEEKLY",
            "anchor",
            "2026-01-05T00:00"));
    pattern(code, "08:00", "20:00", "WORKED");
    pattern(code, "20:00", "08:00", "OFF");
  }

  private void pattern(String region, String start, String end, String policy) {
    patterns.add(
        Map.of(
            "id", region + "-" + start,
            "region", region,
            "days", DAYS,
            "start", start,
            "end", end,
            "effectiveFrom", "2025-01-01",
            "rotations", List.of(region),
            "holidayPolicy", policy));
  }

  private void override(int number, int count, Duration apart) {
    String region = "R" + number % count;
    Instant start = FROM.plus(apart.multipliedBy(number));
    overrides.add(
        Map.of(
            "id",
            "override-" + number,
            "region",
            region,
            "start",
            start.toString(),
            "end",
            start.plus(Duration.ofHours(1)).toString(),
            "replace",
            region + "-0",
            "by",
            region + "-1"));
  }
}
