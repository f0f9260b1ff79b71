package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edit after edit of patterns, holidays and anchors, at any instants near a clock change: nobody on
 * duty changes, the next shift keeps its holder, and turns go round in order.
 */
class CalendarEditPropertyTest {

  private static final int EDITS = 6;
  private static final int NEXT = 25;

  static LongStream seeds() {
    return LongStream.range(0, 250);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_dealt_stays_dealt(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant at = zone.only().getInstant().minusSeconds(random.nextInt(400_000));
    Calendar calendar = calendar(zone.zone(), at, random);
    for (int i = 0; i < EDITS; i++) {
      Calendar document = edited(calendar, zone.zone(), at, random);
      RosterRules before = RosterRules.of(calendar);
      calendar = CalendarEdit.of(before, document, at);
      RosterRules after = RosterRules.of(calendar);
      assertNobodyOnDutyChanges(before, after, at);
      boolean anchored = document.rotations().equals(plain(before.calendar()).rotations());
      if (anchored) {
        assertThat(dealt(before, after, at)).isEqualTo(dealt(before, before, at));
      }
      assertInOrder(dealt(before, after, at), after.calendar().rotations().getFirst().newest());
      assertThat(CalendarEdit.of(after, document, at.plusSeconds(random.nextInt(200_000))))
          .isSameAs(calendar);
      at = at.plusSeconds(1 + random.nextInt(200_000));
    }
  }

  /** What a person keeps in a file: nothing that the system has written. */
  private static Calendar plain(Calendar calendar) {
    return calendar.withRotations(
        calendar.rotations().stream()
            .map(r -> r.in(List.of(r.newest().effective(null).dealt(null))).running(List.of()))
            .toList());
  }

  private static void assertNobodyOnDutyChanges(RosterRules before, RosterRules after, Instant at) {
    List<Shift> now = after.shifts(at, at.plusMillis(1));
    for (Shift shift : before.shifts(at, at.plusMillis(1))) {
      LocalDate date = LocalDate.ofInstant(shift.slotStart(), shift.zone());
      boolean isStill =
          after.slots(at, at.plusMillis(1)).stream()
              .anyMatch(s -> s.pattern().id().equals(shift.pattern()) && s.date().equals(date));
      if (shift.start().isBefore(at) && isStill) {
        assertThat(now)
            .filteredOn(s -> s.pattern().equals(shift.pattern()))
            .filteredOn(s -> LocalDate.ofInstant(s.slotStart(), s.zone()).equals(date))
            .singleElement()
            .satisfies(s -> assertThat(s.primary()).isEqualTo(shift.primary()))
            .satisfies(s -> assertThat(s.secondary()).isEqualTo(shift.secondary()));
      }
    }
  }

  /** Who is dealt the shifts that begin with the edit or after it. */
  private static List<String> dealt(RosterRules before, RosterRules rules, Instant at) {
    List<Slot> ran =
        before.slots(at, at.plusMillis(1)).stream()
            .filter(before::takesPlace)
            .filter(slot -> slot.start().isBefore(at))
            .toList();
    RotationTurns turns = rules.turnsOf("rot").orElseThrow();
    return rules.slots(at, at.plus(Duration.ofDays(90))).stream()
        .filter(rules::takesPlace)
        .filter(slot -> !slot.start().isBefore(at) || ran.stream().noneMatch(slot::isOfTheDateOf))
        .limit(NEXT)
        .map(slot -> turns.order(slot, slot.start()).after(0))
        .toList();
  }

  private static void assertInOrder(List<String> dealt, Rotation.Version version) {
    List<String> people = version.participants();
    for (int i = version.every(); i < dealt.size(); i++) {
      int place = people.indexOf(dealt.get(i - version.every()));
      assertThat(dealt.get(i)).as("%s", dealt).isEqualTo(people.get((place + 1) % people.size()));
    }
  }

  private static Calendar calendar(ZoneId zone, Instant at, RandomGenerator random) {
    Calendars calendars = new Calendars().region("R", zone.getId());
    String[] people =
        IntStream.range(0, random.nextBoolean() ? 5 : 7)
            .mapToObj(i -> "tam-" + i)
            .toArray(String[]::new);
    for (String person : people) {
      calendars.tam(person, "R", Tam.Status.ACTIVE);
    }
    calendars.tam("tam-s", "R", Tam.Status.ACTIVE).tam("tam-t", "R", Tam.Status.ACTIVE);
    calendars
        .rotation(
            "rot",
            "R",
            Rotation.Tier.PRIMARY,
            Rotation.Period.SHIFTS,
            1 + random.nextInt(3),
            people)
        .rotation(
            "second", "R", Rotation.Tier.SECONDARY, Rotation.Period.DAILY, 1, "tam-s", "tam-t");
    Calendar calendar = calendars.build();
    List<ShiftPattern> patterns =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> pattern("pattern-" + i, zone, at, random))
            .toList();
    return with(calendar, patterns);
  }

  private static Calendar edited(
      Calendar calendar, ZoneId zone, Instant at, RandomGenerator random) {
    Calendar document = plain(calendar);
    List<ShiftPattern> patterns = new ArrayList<>(document.shiftPatterns());
    int any = random.nextInt(patterns.size());
    ShiftPattern old = patterns.get(any);
    switch (random.nextInt(6)) {
      case 0 -> patterns.set(any, days(old, random));
      case 1 -> patterns.set(any, times(old, random));
      case 2 -> patterns.add(pattern("pattern-" + at.toEpochMilli(), zone, at, random));
      case 3 -> {
        if (patterns.size() > 1) {
          patterns.remove(any);
        }
      }
      case 4 -> {
        LocalDate date = LocalDate.ofInstant(at, zone).plusDays(random.nextInt(-3, 4));
        Stream<Holiday> others = document.holidays().stream().filter(h -> !h.date().equals(date));
        Holiday holiday = new Holiday(null, "R", date, "Off", Holiday.Kind.HOLIDAY);
        return document.withHolidays(Stream.concat(others, Stream.of(holiday)).toList());
      }
      default -> {
        LocalDateTime anchor =
            LocalDateTime.ofInstant(at, zone).plusHours(random.nextInt(-500, 500)).withNano(0);
        return document.withRotations(
            document.rotations().stream()
                .map(r -> r.in(List.of(r.newest().from(anchor))))
                .toList());
      }
    }
    return with(document, patterns);
  }

  private static ShiftPattern pattern(String id, ZoneId zone, Instant at, RandomGenerator random) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    ShiftPattern everyDay =
        new ShiftPattern(
            id,
            "R",
            zone,
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.MIN,
            LocalTime.MIN,
            today.minusDays(random.nextInt(40)),
            null,
            List.of("rot", "second"),
            random.nextBoolean() ? new HolidayPolicy.Off() : new HolidayPolicy.Worked());
    return times(days(everyDay, random), random);
  }

  private static ShiftPattern days(ShiftPattern old, RandomGenerator random) {
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      days.remove(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return copy(old, days, old.start(), old.end());
  }

  private static ShiftPattern times(ShiftPattern old, RandomGenerator random) {
    return copy(
        old,
        old.days(),
        LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)),
        LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)));
  }

  private static ShiftPattern copy(
      ShiftPattern old, Set<DayOfWeek> days, LocalTime start, LocalTime end) {
    return new ShiftPattern(
        old.id(),
        old.region(),
        old.zone(),
        days,
        start,
        end,
        old.effectiveFrom(),
        old.effectiveUntil(),
        old.rotations(),
        old.holidayPolicy());
  }

  private static Calendar with(Calendar calendar, List<ShiftPattern> patterns) {
    return new Calendar(
        calendar.regions(),
        calendar.tams(),
        calendar.rotations(),
        patterns,
        calendar.overrides(),
        calendar.leaves(),
        calendar.holidays());
  }
}
