package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.CalendarDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The calendar of a large organisation: every region works around the clock in two patterns, and
 * has its share of overrides: every other day of 2026 at 14:00 UTC somebody takes three hours over
 * from the one whose turn it is.
 */
final class LargeCalendar {

  private static final List<String> ZONES =
      List.of("Asia/Singapore", "Europe/London", "America/New_York", "Africa/Cairo");
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  private LargeCalendar() {}

  static CalendarDocument document(int regions, int tamsInAll, int overridesInAll) {
    List<CalendarDocument.RegionEntry> all = new ArrayList<>();
    List<CalendarDocument.TamEntry> tams = new ArrayList<>();
    List<CalendarDocument.RotationEntry> rotations = new ArrayList<>();
    List<CalendarDocument.PatternEntry> patterns = new ArrayList<>();
    List<CalendarDocument.OverrideEntry> overrides = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      String region = "R" + r;
      String zone = ZONES.get(r % ZONES.size());
      List<String> people = new ArrayList<>();
      for (int t = 0; t < tamsInAll / regions; t++) {
        String id = "tam-" + r + "-" + t;
        people.add(id);
        tams.add(
            new CalendarDocument.TamEntry(
                id, "Tam " + id, null, region, null, null, null, null, null, null));
      }
      all.add(new CalendarDocument.RegionEntry(region, region, zone, null, people.getFirst()));
      rotations.add(
          new CalendarDocument.RotationEntry(
              region,
              region,
              "PRIMARY",
              people,
              "DAILY",
              1,
              null,
              "2026-01-01T00:00",
              null,
              null,
              null,
              null));
      patterns.add(pattern(region, "08:00", "20:00"));
      patterns.add(pattern(region, "20:00", "08:00"));
      for (int o = r; o < overridesInAll; o += regions) {
        overrides.add(override(region, people, o / regions));
      }
    }
    return new CalendarDocument(all, tams, rotations, patterns, overrides, null, null);
  }

  private static CalendarDocument.PatternEntry pattern(String region, String start, String end) {
    return new CalendarDocument.PatternEntry(
        region + "-" + start,
        region,
        null,
        DAYS,
        start,
        end,
        "2025-01-01",
        null,
        List.of(region),
        null);
  }

  private static CalendarDocument.OverrideEntry override(
      String region, List<String> people, int number) {
    int day = 2 * number;
    Instant start = FROM.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
    return new CalendarDocument.OverrideEntry(
        region + "-override-" + number,
        region,
        start.toString(),
        start.plus(Duration.ofHours(3)).toString(),
        people.get(day % people.size()),
        people.get((day + 1) % people.size()),
        null,
        null,
        "swap");
  }
}
