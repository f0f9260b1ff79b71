package io.meridian.handoff.simulation;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Holiday;
import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Leave;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.ShiftOverride;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.routing.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Calendars around a clock change: shifts that touch, overlap or leave holes, and their edits. */
final class RandomRosters {
  private static final List<String> CODES = List.of("APAC", "EMEA", "AMER", "ANZ");
  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "America/New_York",
          "Asia/Singapore",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "America/Santiago",
          "Asia/Kathmandu",
          "Asia/Beirut",
          "Pacific/Chatham",
          "America/St_Johns");

  private final RandomGenerator random;
  private final List<Region> regions = new ArrayList<>();
  private final List<Tam> tams = new ArrayList<>();
  private final List<Rotation> rotations = new ArrayList<>();
  private final List<ShiftPattern> patterns = new ArrayList<>();
  private final List<ShiftOverride> overrides = new ArrayList<>();
  private final List<Leave> leaves = new ArrayList<>();
  private final List<Holiday> holidays = new ArrayList<>();
  private int number;

  /** When the run begins: near a clock change of some zone, or anywhere. */
  final Instant start;

  RandomRosters(RandomGenerator random) {
    this.random = random;
    ZoneId first = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Instant any =
        Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
    var change = first.getRules().nextTransition(any);
    boolean near = change != null && random.nextInt(3) > 0;
    this.start =
        (near ? change.getInstant() : any).minus(Duration.ofMinutes(random.nextInt(1_440)));
    int regionCount = 2 + random.nextInt(3);
    int phase = random.nextInt(1_440);
    for (int i = 0; i < regionCount; i++) {
      ZoneId zone = i == 0 ? first : ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      region(CODES.get(i), zone, phase + i * 1_440 / regionCount, 1_440 / regionCount);
    }
    Calendar whole = calendar();
    for (int i = random.nextInt(4); i > 0; i--) {
      edit(whole, start.plus(Duration.ofMinutes(random.nextInt(-600, 2_880))));
    }
  }

  private void region(String code, ZoneId zone, int utcMinute, int length) {
    int people = 2 + random.nextInt(2);
    List<String> active = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String id = code.toLowerCase(java.util.Locale.ROOT) + "-" + i;
      boolean onboarding = i == 2 && random.nextInt(3) == 0;
      tams.add(
          new Tam(
              id,
              id,
              null,
              code,
              zone,
              onboarding ? Tam.Status.ONBOARDING : Tam.Status.ACTIVE,
              random.nextBoolean() ? List.of("network") : List.of(),
              List.of()));
      active.add(id);
    }
    regions.add(new Region(code, code, zone, code, active.get(random.nextInt(active.size()))));
    LocalTime begins =
        LocalDateTime.ofInstant(start, zone)
            .toLocalDate()
            .atStartOfDay(ZoneId.of("UTC"))
            .plusMinutes(utcMinute)
            .withZoneSameInstant(zone)
            .toLocalTime()
            .withSecond(0);
    LocalTime ends =
        begins.plusMinutes(length + List.of(0, 0, 0, 30, 90, -45).get(random.nextInt(6)));
    int halves = random.nextInt(5) == 0 ? 2 : 1;
    LocalTime middle = begins.plusMinutes(length / 2);
    pattern(code, zone, active, begins, halves == 1 ? ends : middle);
    if (halves == 2) {
      pattern(code, zone, active, middle, ends);
    }
    if (random.nextInt(6) == 0) {
      holidays.add(
          new Holiday(code, LocalDate.ofInstant(start, zone).plusDays(random.nextInt(3)), "Day"));
    }
  }

  private void pattern(
      String code, ZoneId zone, List<String> people, LocalTime begins, LocalTime ends) {
    String id = code + "-" + number++;
    List<String> rotationIds = new ArrayList<>();
    rotationIds.add(rotation(id + "-p", code, zone, Rotation.Tier.PRIMARY, people));
    if (random.nextInt(3) == 0) {
      rotationIds.add(rotation(id + "-s", code, zone, Rotation.Tier.SECONDARY, people.reversed()));
    }
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    if (random.nextInt(5) == 0) {
      days.remove(DayOfWeek.of(1 + random.nextInt(7)));
    }
    patterns.add(
        new ShiftPattern(
            id,
            code,
            zone,
            days,
            begins,
            ends.equals(begins) ? ends.plusMinutes(30) : ends,
            firstDate(zone, begins, ends),
            null,
            rotationIds,
            random.nextBoolean() ? new HolidayPolicy.Worked() : new HolidayPolicy.Off()));
  }

  /** The first date whose slot is not over when the run begins: nothing happened before. */
  private LocalDate firstDate(ZoneId zone, LocalTime begins, LocalTime ends) {
    LocalDate date = LocalDate.ofInstant(start, zone).minusDays(2);
    int nights = ends.isAfter(begins) ? 0 : 1;
    while (!date.plusDays(nights).atTime(ends).atZone(zone).toInstant().isAfter(start)) {
      date = date.plusDays(1);
    }
    return date;
  }

  private String rotation(
      String id, String code, ZoneId zone, Rotation.Tier tier, List<String> people) {
    Rotation.Period[] periods = {
      Rotation.Period.SHIFTS, Rotation.Period.DAILY, Rotation.Period.WEEKLY
    };
    rotations.add(
        new Rotation(
            id,
            code,
            tier,
            people,
            periods[random.nextInt(periods.length)],
            1,
            zone,
            LocalDateTime.parse("2026-01-05T00:00").plusDays(random.nextInt(7))));
    return id;
  }

  Calendar calendar() {
    return new Calendar(regions, tams, rotations, patterns, overrides, leaves, holidays);
  }

  /** Customers, with an assigned TAM in each region. */
  List<Opening.Customer> customers() {
    List<Opening.Customer> customers = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Map<String, String> assigned = new HashMap<>();
      tams.forEach(t -> assigned.merge(t.region(), t.id(), (a, b) -> random.nextBoolean() ? a : b));
      customers.add(new Opening.Customer("EMEA", null, assigned));
    }
    return customers;
  }

  /** When coverage holes are agreed to, if ever. */
  List<Interval> agreed() {
    if (random.nextInt(3) > 0) {
      return List.of();
    }
    Instant from = start.plus(Duration.ofMinutes(random.nextInt(-60, 1_440)));
    return List.of(new Interval(from, from.plus(Duration.ofMinutes(1 + random.nextInt(600)))));
  }

  List<String> people() {
    return tams.stream().map(Tam::id).toList();
  }

  /** Another calendar: leave, an override, or a shift that ends otherwise, about that instant. */
  Calendar edit(Calendar before, Instant about) {
    Tam tam = tams.get(random.nextInt(tams.size()));
    Instant early = about.plus(Duration.ofMinutes(random.nextInt(-60, 600)));
    Instant first = start.plusSeconds(60);
    Instant from = early.isBefore(first) ? first : early;
    Instant to = from.plus(Duration.ofMinutes(5 + random.nextInt(600)));
    switch (random.nextInt(5)) {
      case 0, 1 -> leaves.add(new Leave("l" + number++, tam.id(), from, to, null));
      case 2 -> override(tam, from, to, new ShiftOverride.Change.Remove(tam.id()));
      case 3 -> override(tam, from, to, new ShiftOverride.Change.Add(tam.id()));
      default -> {
        int i = random.nextInt(patterns.size());
        ShiftPattern p = patterns.get(i);
        LocalDate next = LocalDate.ofInstant(about, p.zone()).plusDays(random.nextInt(2));
        LocalTime end = p.end().plusMinutes(random.nextInt(-4, 5) * 15L);
        if (!end.equals(p.start())
            && p.effectiveUntil() == null
            && p.effectiveFrom().isBefore(next)) {
          patterns.set(i, version(p, p.id(), p.end(), p.effectiveFrom(), next));
          patterns.add(version(p, p.region() + "-" + number++, end, next, null));
        }
      }
    }
    return calendar();
  }

  private static ShiftPattern version(
      ShiftPattern p, String id, LocalTime end, LocalDate from, LocalDate until) {
    return new ShiftPattern(
        id,
        p.region(),
        p.zone(),
        p.days(),
        p.start(),
        end,
        from,
        until,
        p.rotations(),
        p.holidayPolicy());
  }

  private void override(Tam tam, Instant from, Instant to, ShiftOverride.Change change) {
    boolean clashes =
        overrides.stream()
            .anyMatch(
                o ->
                    o.region().equals(tam.region())
                        && o.touches().contains(tam.id())
                        && o.start().isBefore(to)
                        && from.isBefore(o.end()));
    if (!clashes) {
      overrides.add(new ShiftOverride("o" + number++, tam.region(), from, to, change, null));
    }
  }
}
