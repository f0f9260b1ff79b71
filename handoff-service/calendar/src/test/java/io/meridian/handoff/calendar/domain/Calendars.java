package io.meridian.handoff.calendar.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds small calendars for tests: every pattern has a rotation of its own, named like it. */
public final class Calendars {

  static final LocalDate EPOCH = LocalDate.of(1960, 1, 1);
  static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

  private final List<Region> regions = new ArrayList<>();
  private final List<Tam> tams = new ArrayList<>();
  private final List<Rotation> rotations = new ArrayList<>();
  private final List<ShiftPattern> patterns = new ArrayList<>();
  private final List<ShiftOverride> overrides = new ArrayList<>();
  private final List<Leave> leaves = new ArrayList<>();
  private final List<Holiday> holidays = new ArrayList<>();

  /** FTS-A of the cases: three regions, eight hours each, in their own zones. */
  public static Calendars followTheSun() {
    return new Calendars()
        .region("APAC", "Asia/Singapore")
        .region("EMEA", "Europe/London")
        .region("AMER", "America/New_York")
        .staffed("APAC", "07:00", "15:00", "tam-kai", "tam-mei")
        .staffed("EMEA", "07:00", "15:00", "tam-eva", "tam-tom")
        .staffed("AMER", "10:00", "18:00", "tam-ana", "tam-bob");
  }

  public Calendars region(String code, String zone) {
    regions.add(new Region(code, code, ZoneId.of(zone), code + "-holidays", "lead-" + code));
    return tam("lead-" + code, code, Tam.Status.ACTIVE);
  }

  public Calendars tam(String id, String region, Tam.Status status) {
    tams.add(new Tam(id, id, null, region, zoneOf(region), status, List.of(), List.of()));
    return this;
  }

  /** A daily pattern with a weekly primary rotation of new, active TAMs. */
  public Calendars staffed(String region, String start, String end, String... people) {
    String id = region + "-" + start;
    for (String person : people) {
      if (tams.stream().noneMatch(tam -> tam.id().equals(person))) {
        tam(person, region, Tam.Status.ACTIVE);
      }
    }
    return rotation(id, region, Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, people)
        .pattern(id, region, ALL_DAYS, start, end, new HolidayPolicy.Worked(), id);
  }

  Calendars rotation(
      String id,
      String region,
      Rotation.Tier tier,
      Rotation.Period period,
      int every,
      String... people) {
    LocalDateTime anchor = LocalDateTime.parse("2026-01-05T00:00");
    rotations.add(
        new Rotation(id, region, tier, List.of(people), period, every, zoneOf(region), anchor));
    return this;
  }

  Calendars pattern(
      String id,
      String region,
      Set<DayOfWeek> days,
      String start,
      String end,
      HolidayPolicy policy,
      String... rotationIds) {
    patterns.add(
        new ShiftPattern(
            id,
            region,
            zoneOf(region),
            days,
            LocalTime.parse(start),
            LocalTime.parse(end),
            EPOCH,
            null,
            List.of(rotationIds),
            policy));
    return this;
  }

  public Calendars leave(String tam, String start, String end) {
    leaves.add(
        new Leave("leave-" + leaves.size(), tam, Instant.parse(start), Instant.parse(end), null));
    return this;
  }

  public Calendars override(String region, String start, String end, ShiftOverride.Change change) {
    overrides.add(
        new ShiftOverride(
            "override-" + overrides.size(),
            region,
            Instant.parse(start),
            Instant.parse(end),
            change,
            "because"));
    return this;
  }

  Calendars holiday(String region, String date) {
    holidays.add(new Holiday(region + "-holidays", LocalDate.parse(date), "Holiday " + date));
    return this;
  }

  public Calendar build() {
    return new Calendar(regions, tams, rotations, patterns, overrides, leaves, holidays);
  }

  private ZoneId zoneOf(String region) {
    return regions.stream()
        .filter(r -> r.code().equals(region))
        .map(Region::zone)
        .findFirst()
        .orElseThrow();
  }
}
