package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A calendar of two regions with leave, overrides and holidays near a clock change. */
final class RandomCalendar {

  private static final String[] PEOPLE = {"tam-a", "tam-b", "tam-c", "tam-d"};

  private RandomCalendar() {}

  static Calendar around(ClockChanges zone, RandomGenerator random) {
    Instant change = zone.only().getInstant();
    Calendars calendars =
        new Calendars().region("R", zone.zone().getId()).region("S", "Asia/Kathmandu");
    for (String person : PEOPLE) {
      Tam.Status[] statuses = Tam.Status.values();
      boolean active = random.nextInt(3) > 0;
      calendars.tam(
          person, "R", active ? Tam.Status.ACTIVE : statuses[random.nextInt(statuses.length)]);
    }
    Rotation.Period[] periods = Rotation.Period.values();
    for (Rotation.Tier tier : Rotation.Tier.values()) {
      calendars.rotation(
          "rotation-" + tier,
          "R",
          tier,
          periods[random.nextInt(periods.length)],
          1 + random.nextInt(3),
          PEOPLE);
    }
    calendars.rotation(
        "rotation-feast",
        "R",
        Rotation.Tier.values()[random.nextInt(2)],
        periods[random.nextInt(periods.length)],
        1,
        "tam-d",
        "tam-c");
    for (int i = 0; i < 3; i++) {
      Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
      if (i > 0) {
        days.remove(DayOfWeek.of(1 + random.nextInt(7)));
      }
      calendars.pattern(
          "pattern-" + i,
          "R",
          days,
          LocalTime.ofSecondOfDay(random.nextInt(43_200)).toString(),
          LocalTime.ofSecondOfDay(43_200 + random.nextInt(43_200)).toString(),
          policy(random),
          "rotation-PRIMARY",
          "rotation-SECONDARY",
          "rotation-SHADOW");
    }
    calendars.staffed("S", "20:00", "04:00", "tam-s");
    calendars.holiday("R", change.atZone(zone.zone()).toLocalDate().toString());
    for (String person : PEOPLE) {
      Instant start = change.plusSeconds(random.nextInt(-200_000, 200_000));
      Instant end = start.plusSeconds(1 + random.nextInt(100_000));
      calendars.leave(person, start.toString(), end.toString());
    }
    Calendar calendar = overrides(calendars, change, random).build();
    return calendar.withRotations(
        calendar.rotations().stream().map(r -> inVersions(r, change, random)).toList());
  }

  private static HolidayPolicy policy(RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> new HolidayPolicy.Off();
      case 1 -> new HolidayPolicy.Roster("rotation-feast");
      default -> new HolidayPolicy.Worked();
    };
  }

  /** Some rotations have other versions, effective from instants near the clock change. */
  static Rotation inVersions(Rotation rotation, Instant change, RandomGenerator random) {
    List<Rotation.Version> versions = new ArrayList<>(rotation.versions());
    Instant from = change.plusSeconds(random.nextInt(-150_000, 0));
    for (int i = random.nextInt(4); i > 1; i--) {
      List<String> people = new ArrayList<>(rotation.newest().participants());
      Collections.shuffle(people, random);
      Rotation.Version last = versions.getLast();
      versions.add(
          new Rotation.Version(
              from,
              people.subList(0, 1 + random.nextInt(people.size())),
              last.period(),
              1 + random.nextInt(3),
              last.zone(),
              last.anchor().plusHours(random.nextInt(100))));
      from = from.plusSeconds(1 + random.nextInt(150_000));
    }
    return rotation.in(versions);
  }

  private static Calendars overrides(Calendars calendars, Instant change, RandomGenerator random) {
    Instant start = change.plusSeconds(random.nextInt(-100_000, 0));
    for (int i = 0; i < 6; i++) {
      Instant end = start.plusSeconds(1 + random.nextInt(40_000));
      String tam = PEOPLE[random.nextInt(PEOPLE.length)];
      calendars.override(
          "R",
          start.toString(),
          end.toString(),
          switch (random.nextInt(3)) {
            case 0 -> new ShiftOverride.Change.Add(tam);
            case 1 -> new ShiftOverride.Change.Remove(tam);
            default -> new ShiftOverride.Change.Replace(tam, "tam-s");
          });
      start = end.plus(Duration.ofSeconds(random.nextInt(5)));
    }
    return calendars;
  }

  /** Nobody serves above their status, nobody twice, and nobody on leave but by an override. */
  static void assertMayServe(Calendar calendar, Shift shift) {
    List<String> onDuty =
        Stream.of(shift.primary(), shift.secondary()).filter(Objects::nonNull).toList();
    List<String> everybody = Stream.concat(onDuty.stream(), shift.shadows().stream()).toList();
    assertThat(everybody).doesNotHaveDuplicates();
    for (Tam tam : calendar.tams()) {
      assertThat(onDuty.contains(tam.id()) && tam.status() != Tam.Status.ACTIVE).isFalse();
      assertThat(everybody.contains(tam.id()) && tam.status() == Tam.Status.INACTIVE).isFalse();
    }
    for (Leave leave : calendar.leaves()) {
      boolean away = leave.start().isBefore(shift.end()) && shift.start().isBefore(leave.end());
      assertThat(away && everybody.contains(leave.tam())).as("%s %s", leave, shift).isFalse();
    }
  }
}
