package io.meridian.handoff.simulation;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Leave;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import io.meridian.handoff.calendar.domain.Tam;
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

/**
 * The teams around the globe: EMEA, for which emma works and eric stands in, from 08:00 to 16:00 on
 * weekdays; AMER with zoe from then to midnight and APAC with ken from then to 08:00, every day.
 */
record Team(List<Tam> tams, List<Rotation> rotations, List<ShiftPattern> patterns, List<Leave> leaves) {
  private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");
  private static final Set<DayOfWeek> WEEKDAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  /** Everybody as above. */
  static Team usual() {
    return elsewhere().shift("EMEA", WEEKDAYS, "08:00", "16:00", "emma", "eric");
  }

  /** EMEA works in three shifts, every day: ed until 08:00, then emma, eric from 16:00. */
  static Team inThreeShifts() {
    return elsewhere()
        .shift("EMEA", EVERY_DAY, "00:00", "08:00", "ed", "eve")
        .shift("EMEA", EVERY_DAY, "08:00", "16:00", "emma", "eva")
        .shift("EMEA", EVERY_DAY, "16:00", "00:00", "eric", "eve");
  }

  /** In EMEA emma and eric take turns from day to day, emma on that one, at weekends too. */
  static Team takingTurns(LocalDate emmas) {
    Team team = elsewhere();
    List<Rotation> rotations = new ArrayList<>(team.rotations);
    rotations.add(
        rotation("EMEA-1", "EMEA", List.of("emma", "eric"), Rotation.Period.DAILY, 1, Globe.HOME, emmas));
    List<ShiftPattern> patterns = new ArrayList<>(team.patterns);
    patterns.add(pattern("EMEA-1", "EMEA", Globe.HOME, EVERY_DAY, "08:00", "16:00"));
    return new Team(team.tams, rotations, patterns, team.leaves);
  }

  private static Team elsewhere() {
    List<Tam> tams = new ArrayList<>();
    for (String id : List.of("emma", "eric", "ed", "eva", "eve", "lea")) {
      tams.add(tam(id, "EMEA", Globe.HOME));
    }
    tams.add(tam("zoe", "AMER", NEW_YORK));
    tams.add(tam("leo", "AMER", NEW_YORK));
    tams.add(tam("ken", "APAC", SINGAPORE));
    tams.add(tam("lin", "APAC", SINGAPORE));
    return new Team(tams, List.of(), List.of(), List.of())
        .shift("AMER", EVERY_DAY, "11:00", "19:00", "zoe")
        .shift("APAC", EVERY_DAY, "08:00", "16:00", "ken");
  }

  /** One of the region's shifts, and who works on it or else stands in. */
  private Team shift(
      String region, Set<DayOfWeek> days, String start, String end, String... people) {
    String id = region + "-" + (patterns.size() + 1);
    List<Rotation> all = new ArrayList<>(rotations);
    all.add(
        rotation(id, region, List.of(people), Rotation.Period.MONTHLY, 12, zone(region), LONG_AGO));
    List<ShiftPattern> shifts = new ArrayList<>(patterns);
    shifts.add(pattern(id, region, zone(region), days, start, end));
    return new Team(tams, all, shifts, leaves);
  }

  /** The TAM is on leave. */
  Team leave(String tam, Instant start, Instant end) {
    List<Leave> all = new ArrayList<>(leaves);
    all.add(new Leave("l" + leaves.size(), tam, start, end, null));
    return new Team(tams, rotations, patterns, all);
  }

  /** The TAM works for another region, and for none of the shifts of the one before. */
  Team transfer(String tam, String region) {
    List<Tam> all =
        tams.stream().map(t -> t.id().equals(tam) ? tam(tam, region, zone(region)) : t).toList();
    List<Rotation> without =
        rotations.stream()
            .map(
                r ->
                    rotation(
                        r.id(),
                        r.region(),
                        r.newest().participants().stream().filter(p -> !p.equals(tam)).toList(),
                        r.newest().period(),
                        r.newest().every(),
                        r.newest().zone(),
                        r.newest().anchor().toLocalDate()))
            .toList();
    return new Team(all, without, patterns, leaves);
  }

  Calendar calendar() {
    return new Calendar(
        List.of(
            new Region("EMEA", "EMEA", Globe.HOME, null, "lea"),
            new Region("AMER", "AMER", NEW_YORK, null, "leo"),
            new Region("APAC", "APAC", SINGAPORE, null, "lin")),
        tams,
        rotations,
        patterns,
        List.of(),
        leaves,
        List.of());
  }

  private static ZoneId zone(String region) {
    return switch (region) {
      case "AMER" -> NEW_YORK;
      case "APAC" -> SINGAPORE;
      default -> Globe.HOME;
    };
  }

  private static Tam tam(String id, String region, ZoneId zone) {
    return new Tam(id, id, null, region, zone, Tam.Status.ACTIVE, List.of(), List.of());
  }

  private static Rotation rotation(
      String id,
      String region,
      List<String> people,
      Rotation.Period period,
      int every,
      ZoneId zone,
      LocalDate anchor) {
    return new Rotation(
        id, region, Rotation.Tier.PRIMARY, people, period, every, zone, anchor.atStartOfDay());
  }

  private static ShiftPattern pattern(
      String id, String region, ZoneId zone, Set<DayOfWeek> days, String start, String end) {
    return new ShiftPattern(
        id,
        region,
        zone,
        days,
        LocalTime.parse(start),
        LocalTime.parse(end),
        LONG_AGO,
        null,
        List.of(id),
        new HolidayPolicy.Worked());
  }
}
