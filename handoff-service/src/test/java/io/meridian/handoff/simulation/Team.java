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
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The teams around the globe, in winter: EMEA, for which emma works and eric stands in, from 08:00
 * to 16:00 on weekdays; AMER with zoe from then to midnight and APAC with ken from then to 08:00,
 * every day. Their leads, lea, leo and lin, are on no shift.
 */
record Team(
    List<Tam> tams, List<Rotation> rotations, List<ShiftPattern> patterns, List<Leave> leaves) {
  private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
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
    Team team = elsewhere().shift("EMEA", EVERY_DAY, "08:00", "16:00", "emma", "eric");
    Rotation daily =
        new Rotation(
            team.rotations.getLast().id(),
            "EMEA",
            Rotation.Tier.PRIMARY,
            List.of("emma", "eric"),
            Rotation.Period.DAILY,
            1,
            Globe.HOME,
            emmas.atStartOfDay());
    List<Rotation> all = new ArrayList<>(team.rotations);
    all.set(all.size() - 1, daily);
    return new Team(team.tams, all, team.patterns, team.leaves);
  }

  private static Team elsewhere() {
    List<Tam> tams = new ArrayList<>();
    for (String id : List.of("emma", "eric", "ed", "eva", "eve", "lea")) {
      tams.add(tam(id, "EMEA"));
    }
    List.of("zoe", "leo").forEach(id -> tams.add(tam(id, "AMER")));
    List.of("ken", "lin").forEach(id -> tams.add(tam(id, "APAC")));
    return new Team(tams, List.of(), List.of(), List.of())
        .shift("AMER", EVERY_DAY, "11:00", "19:00", "zoe")
        .shift("APAC", EVERY_DAY, "08:00", "16:00", "ken");
  }

  /** One of the region's shifts, in its own time: who works on it, and who stands in. */
  private Team shift(
      String region, Set<DayOfWeek> days, String start, String end, String... people) {
    String id = region + "-" + (patterns.size() + 1);
    List<Rotation> all = new ArrayList<>(rotations);
    all.add(rotation(id, region, List.of(people)));
    List<ShiftPattern> shifts = new ArrayList<>(patterns);
    shifts.add(
        new ShiftPattern(
            id,
            region,
            zone(region),
            days,
            LocalTime.parse(start),
            LocalTime.parse(end),
            LONG_AGO,
            null,
            List.of(id),
            new HolidayPolicy.Worked()));
    return new Team(tams, all, shifts, leaves);
  }

  /** The TAM is on leave. */
  Team leave(String tam, Instant start, Instant end) {
    List<Leave> all = new ArrayList<>(leaves);
    all.add(new Leave("l" + leaves.size(), tam, start, end, null));
    return new Team(tams, rotations, patterns, all);
  }

  /** The TAM works for another region, and on none of the shifts of the one before. */
  Team transfer(String tam, String region) {
    return new Team(
        tams.stream().map(t -> t.id().equals(tam) ? tam(tam, region) : t).toList(),
        rotations.stream().map(rotation -> without(tam, rotation)).toList(),
        patterns,
        leaves);
  }

  private static Rotation without(String tam, Rotation rotation) {
    List<String> others =
        rotation.newest().participants().stream().filter(one -> !one.equals(tam)).toList();
    return rotation(rotation.id(), rotation.region(), others);
  }

  Calendar calendar() {
    return new Calendar(
        List.of(region("EMEA", "lea"), region("AMER", "leo"), region("APAC", "lin")),
        tams,
        rotations,
        patterns,
        List.of(),
        leaves,
        List.of());
  }

  private static Region region(String code, String lead) {
    return new Region(code, code, zone(code), null, lead);
  }

  private static ZoneId zone(String region) {
    return switch (region) {
      case "AMER" -> NEW_YORK;
      case "APAC" -> SINGAPORE;
      default -> Globe.HOME;
    };
  }

  private static Tam tam(String id, String region) {
    return new Tam(id, id, null, region, zone(region), Tam.Status.ACTIVE, List.of(), List.of());
  }

  /** The first has the turn all year, the others stand in. */
  private static Rotation rotation(String id, String region, List<String> people) {
    return new Rotation(
        id,
        region,
        Rotation.Tier.PRIMARY,
        people,
        Rotation.Period.MONTHLY,
        12,
        zone(region),
        LONG_AGO.atStartOfDay());
  }
}
