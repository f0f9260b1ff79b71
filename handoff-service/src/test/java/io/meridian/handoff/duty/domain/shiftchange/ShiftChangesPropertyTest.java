package io.meridian.handoff.duty.domain.shiftchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Leave;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import io.meridian.handoff.calendar.domain.Shifts;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner over random calendars, around clock changes. */
class ShiftChangesPropertyTest {
  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "America/New_York",
          "Asia/Singapore",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "America/Santiago",
          "Asia/Kolkata");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** A calendar of two to four regions, with holes, overlaps and people away. */
  private record World(List<Shift> shifts, Instant middle) {

    static World of(long seed) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Instant middle = aroundAClockChange(random);
      List<Region> regions = new ArrayList<>();
      List<Tam> tams = new ArrayList<>();
      List<Rotation> rotations = new ArrayList<>();
      List<ShiftPattern> patterns = new ArrayList<>();
      List<Leave> leaves = new ArrayList<>();
      for (int r = 0; r < random.nextInt(2, 5); r++) {
        String code = "R" + r;
        ZoneId zone = zone(random);
        List<String> people = new ArrayList<>();
        for (int t = 0; t < random.nextInt(1, 4); t++) {
          people.add(code + "-" + t);
          tams.add(tam(code + "-" + t, code, zone));
        }
        regions.add(new Region(code, code, zone, null, people.getFirst()));
        for (int p = 0; p < random.nextInt(1, 3); p++) {
          String id = code + "-p" + p;
          rotations.add(rotation(id, code, Rotation.Tier.PRIMARY, people, zone, random));
          rotations.add(rotation(id + "s", code, Rotation.Tier.SECONDARY, people, zone, random));
          patterns.add(pattern(id, code, zone, random));
        }
        if (random.nextBoolean()) {
          Instant start = middle.plus(Duration.ofHours(random.nextInt(-30, 30)));
          leaves.add(
              new Leave(
                  code + "-leave",
                  people.getFirst(),
                  start,
                  start.plus(Duration.ofHours(random.nextInt(1, 40))),
                  null));
        }
      }
      Calendar calendar =
          new Calendar(regions, tams, rotations, patterns, List.of(), leaves, List.of());
      Duration days = Duration.ofDays(6);
      return new World(Shifts.between(calendar, middle.minus(days), middle.plus(days)), middle);
    }

    private static ZoneId zone(RandomGenerator random) {
      return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    private static Instant aroundAClockChange(RandomGenerator random) {
      Instant start =
          LocalDate.of(2026, 1, 1)
              .plusDays(random.nextInt(300))
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      ZoneOffsetTransition change = zone(random).getRules().nextTransition(start);
      return change == null ? start : change.getInstant();
    }

    private static Tam tam(String id, String region, ZoneId zone) {
      return new Tam(id, id, null, region, zone, Tam.Status.ACTIVE, List.of(), List.of());
    }

    private static Rotation rotation(
        String id,
        String region,
        Rotation.Tier tier,
        List<String> people,
        ZoneId zone,
        RandomGenerator random) {
      return new Rotation(
          id,
          region,
          tier,
          people,
          Rotation.Period.DAILY,
          1 + random.nextInt(2),
          zone,
          LocalDateTime.of(2026, 1, 5, random.nextInt(24), 0));
    }

    private static ShiftPattern pattern(
        String id, String region, ZoneId zone, RandomGenerator random) {
      LocalTime start = LocalTime.of(random.nextInt(24), 30 * random.nextInt(2));
      return new ShiftPattern(
          id,
          region,
          zone,
          EnumSet.allOf(DayOfWeek.class),
          start,
          start.plusHours(random.nextInt(4, 13)),
          LocalDate.of(2026, 1, 1),
          null,
          random.nextInt(4) == 0 ? List.of(id) : List.of(id, id + "s"),
          new HolidayPolicy.Worked());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_end_of_duty_has_one_shift_change_or_none_to_come(long seed) {
    World world = World.of(seed);
    Roster roster = Roster.of(world.shifts());
    ShiftChanges changes = new ShiftChanges(roster, Terms.DEFAULT);
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        Instant end = duty.end();
        Optional<ShiftChange> change = changes.at(tam, duty.region(), end);
        List<Shift> others =
            world.shifts().stream()
                .filter(s -> s.end().isAfter(end))
                .filter(s -> !tam.equals(s.primary() == null ? s.secondary() : s.primary()))
                .toList();
        assertThat(change.isPresent()).as("%s at %s", tam, end).isEqualTo(!others.isEmpty());
        change.ifPresent(c -> lawful(c, tam, duty, others));
      }
    }
  }

  private static void lawful(ShiftChange change, String tam, Duty duty, List<Shift> others) {
    Instant end = duty.end();
    Shift incoming = change.incoming();
    assertThat(others).contains(incoming);
    List<Shift> covering = others.stream().filter(s -> s.covers(end)).toList();
    if (covering.isEmpty()) {
      assertThat(others).noneMatch(s -> s.start().isBefore(incoming.start()));
    } else if (covering.stream().anyMatch(Shift::isHeld)) {
      assertThat(incoming.isHeld()).isTrue();
      assertThat(covering)
          .filteredOn(Shift::isHeld)
          .noneMatch(s -> s.start().isAfter(incoming.start()));
    } else {
      assertThat(covering).contains(incoming);
    }
    assertThat(change.effectiveFrom()).isEqualTo(incoming.start());
    assertThat(change.acceptBy())
        .isEqualTo(
            incoming.start().isBefore(end) ? end : incoming.start().plus(Duration.ofMinutes(15)));
    assertThat(change.prepareAt()).isBefore(change.acceptBy());
    assertThat(change.draftAt()).isBeforeOrEqualTo(end);
    assertThat(change.isOver(end)).as("%s hands over to a shift that is over", tam).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_open_and_what_comes_next_is_what_looking_at_every_duty_finds(long seed) {
    World world = World.of(seed);
    Roster roster = Roster.of(world.shifts());
    ShiftChanges changes = new ShiftChanges(roster, Terms.DEFAULT);
    Set<ShiftChange> all = new HashSet<>();
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        changes.at(tam, duty.region(), duty.end()).ifPresent(all::add);
      }
    }
    for (Instant at : roster.boundaries()) {
      assertThat(changes.nextPreparation(at))
          .isEqualTo(
              all.stream()
                  .map(ShiftChange::prepareAt)
                  .filter(at::isBefore)
                  .min(Comparator.naturalOrder()));
      assertThat(changes.open(at).stream().map(ShiftChange::id))
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(c -> !c.boundary().isBefore(at))
                  .filter(c -> c.boundary().equals(at) || !c.prepareAt().isAfter(at))
                  .map(ShiftChange::id)
                  .collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_the_shifts_and_a_wider_window_change_no_plan(long seed) {
    World world = World.of(seed);
    List<Shift> shuffled = new ArrayList<>(world.shifts());
    Collections.shuffle(shuffled, new Random(seed));
    ShiftChanges changes = new ShiftChanges(Roster.of(world.shifts()), Terms.DEFAULT);
    ShiftChanges again = new ShiftChanges(Roster.of(shuffled), Terms.DEFAULT);
    Instant from = world.middle().minus(Duration.ofDays(3));
    Instant to = world.middle().plus(Duration.ofDays(3));
    Roster narrow = Roster.of(world.shifts().stream().filter(s -> s.intersects(from, to)).toList());
    ShiftChanges inside = new ShiftChanges(narrow, Terms.DEFAULT);
    Roster roster = Roster.of(world.shifts());
    for (String tam : roster.tams()) {
      for (Duty duty : roster.duties(tam)) {
        Optional<ShiftChange> plan = changes.at(tam, duty.region(), duty.end());
        assertThat(again.at(tam, duty.region(), duty.end())).isEqualTo(plan);
        boolean seen =
            duty.start().isAfter(from)
                && duty.end().isBefore(to)
                && plan.filter(c -> c.incoming().start().isBefore(to)).isPresent();
        if (seen) {
          assertThat(inside.at(tam, duty.region(), duty.end())).isEqualTo(plan);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void one_instant_after_another_an_unaccepted_escalation_stands_in_one_shift_change(long seed) {
    World world = World.of(seed);
    Roster roster = Roster.of(world.shifts());
    ShiftChanges changes = new ShiftChanges(roster, Terms.DEFAULT);
    String tam = roster.tams().stream().sorted().findFirst().orElseThrow();
    Duty duty = roster.duties(tam).iterator().next();
    Holder holder = Holder.of(tam, duty.region(), duty.start());
    Set<Instant> instants = roster.boundaries().tailSet(duty.start());
    ShiftChange before = null;
    for (Instant at : instants) {
      ShiftChange now = changes.current(holder, at).orElse(null);
      if (before != null && now != null && !now.equals(before)) {
        boolean cameBack = roster.onDuty(tam, at);
        assertThat(cameBack || before.isOver(at) || before.boundary().isAfter(at))
            .as("at %s %s replaces %s", at, now, before)
            .isTrue();
        assertThat(now.boundary()).isAfter(before.boundary());
      }
      if (now != null) {
        assertThat(now.isOver(at)).isFalse();
      }
      before = now;
    }
  }
}
