package io.meridian.bench.calendar;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Holiday;
import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import io.meridian.handoff.calendar.domain.Tam;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Calendars of organisations of any size: each region has two day shifts and a night, a weekly
 * primary and a daily secondary rotation, its share of overrides and of holidays on which the night
 * is off.
 */
final class Organisation {

  private static final List<String> ZONES =
      List.of("Asia/Singapore", "Europe/London", "America/New_York");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final LocalDateTime ANCHOR = LocalDateTime.parse("2026-01-05T00:00");

  private final List<Region> regions = new ArrayList<>();
  private final List<Tam> tams = new ArrayList<>();
  private final List<Rotation> rotations = new ArrayList<>();
  private final List<ShiftPattern> patterns = new ArrayList<>();
  private final List<ShiftOverride> overrides = new ArrayList<>();
  private final List<Holiday> holidays = new ArrayList<>();

  /** An organisation whose overrides and holidays are spread over 2026. */
  static Calendar of(int regions, int tams, int overrides, int holidays) {
    Organisation organisation = new Organisation();
    for (int r = 0; r < regions; r++) {
      organisation.region(r, tams / regions);
    }
    for (int o = 0; o < overrides; o++) {
      organisation.override(o, regions, YEAR.dividedBy(overrides));
    }
    for (int h = 0; h < holidays; h++) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(h * 365L / holidays);
      organisation.holidays.add(new Holiday("R" + h % regions, date, "Holiday " + h));
    }
    return new Calendar(
        organisation.regions,
        organisation.tams,
        organisation.rotations,
        organisation.patterns,
        organisation.overrides,
        List.of(),
        organisation.holidays);
  }

  private void region(int number, int people) {
    String code = "R" + number;
    ZoneId zone = ZoneId.of(ZONES.get(number % ZONES.size()));
    List<String> ids = new ArrayList<>();
    for (int t = 0; t < people; t++) {
      String id = code + "-" + t;
      ids.add(id);
      tams.add(new Tam(id, id, null, code, zone, Tam.Status.ACTIVE, List.of(), List.of()));
    }
    regions.add(new Region(code, code, zone, code, ids.getFirst()));
    rotation(code + "-first", code, Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, zone, ids);
    rotation(
        code + "-second",
        code,
        Rotation.Tier.SECONDARY,
        Rotation.Period.DAILY,
        zone,
        ids.reversed());
    pattern(code, zone, "07:00", "15:00", new HolidayPolicy.Worked());
    pattern(code, zone, "15:00", "23:00", new HolidayPolicy.Worked());
    pattern(code, zone, "23:00", "07:00", new HolidayPolicy.Off());
  }

  private void rotation(
      String id,
      String region,
      Rotation.Tier tier,
      Rotation.Period period,
      ZoneId zone,
      List<String> people) {
    rotations.add(new Rotation(id, region, tier, people, period, 1, zone, ANCHOR));
  }

  private void pattern(String region, ZoneId zone, String start, String end, HolidayPolicy policy) {
    patterns.add(
        new ShiftPattern(
            region + "-" + start,
            region,
            zone,
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.parse(start),
            LocalTime.parse(end),
            LocalDate.of(2025, 1, 1),
            null,
            List.of(region + "-first", region + "-second"),
            policy));
  }

  private void override(int number, int count, Duration apart) {
    String region = "R" + number % count;
    Instant start = FROM.plus(apart.multipliedBy(number));
    String replaced = region + "-0";
    overrides.add(
        new ShiftOverride(
            "override-" + number,
            region,
            start,
            start.plus(Duration.ofHours(1)),
            new ShiftOverride.Change.Replace(replaced, region + "-1"),
            "swap"));
  }
}
