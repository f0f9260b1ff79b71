package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RotationVersionsTest {

  private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-06T00:00:00Z");

  @Test
  void an_edit_makes_a_version_from_its_instant_and_leaves_the_past_as_it_was() {
    Calendar edited =
        RotationVersions.keep(of(version(null, "tam-a")), of(version(null, "tam-b")), AT);
    assertThat(versions(edited)).containsExactly(version(null, "tam-a"), version(AT, "tam-b"));
    assertThat(primaries(edited, AT.minusSeconds(86_400), AT.plusSeconds(86_400)))
        .containsExactly("tam-a", "tam-b");
  }

  @Test
  void the_same_again_makes_no_version() {
    Calendar calendar = of(version(null, "tam-a"), version(AT, "tam-b"));
    assertThat(RotationVersions.keep(calendar, calendar, LATER)).isEqualTo(calendar);
    assertThat(RotationVersions.keep(calendar, of(version(null, "tam-b")), LATER))
        .isEqualTo(calendar);
  }

  @Test
  void a_version_to_come_waits_for_its_instant_and_can_be_taken_back() {
    Calendar before = of(version(null, "tam-a"));
    Calendar planned = RotationVersions.keep(before, of(version(LATER, "tam-b")), AT);
    assertThat(versions(planned)).containsExactly(version(null, "tam-a"), version(LATER, "tam-b"));
    assertThat(primaries(planned, LATER.minusSeconds(86_400), LATER.plusSeconds(86_400)))
        .containsExactly("tam-a", "tam-b");
    assertThat(RotationVersions.keep(planned, before, AT)).isEqualTo(before);
  }

  @Test
  void the_past_cannot_be_rewritten_by_a_document_that_tells_it_otherwise() {
    Calendar before = of(version(null, "tam-a"), version(AT, "tam-b"));
    Calendar told = of(version(null, "tam-c"), version(AT.minusSeconds(5), "tam-b"));
    assertThat(RotationVersions.keep(before, told, LATER)).isEqualTo(before);
  }

  @Test
  void who_left_the_calendar_left_earlier_versions_which_leave_no_hole() {
    Calendar after =
        of(version(null, "tam-b")).withRotations(of(version(null, "tam-b")).rotations());
    Calendar without =
        new Calendar(
            after.regions(),
            after.tams().stream().filter(tam -> !tam.id().equals("tam-a")).toList(),
            after.rotations(),
            after.shiftPatterns(),
            List.of(),
            List.of(),
            List.of());
    assertThat(versions(RotationVersions.keep(of(version(null, "tam-a")), without, AT)))
        .containsExactly(version(null, "tam-b"));
    assertThat(versions(RotationVersions.keep(of(version(null, "tam-a", "tam-c")), without, AT)))
        .containsExactly(version(null, "tam-c"), version(AT, "tam-b"));
  }

  @Test
  void whoever_is_on_duty_when_a_version_begins_stays_until_the_shift_ends() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    Calendar calendar = of(version(null, "tam-a"), version(noon, "tam-b"));
    assertThat(primaries(calendar, AT, noon.plusSeconds(1))).containsExactly("tam-a");
    assertThat(primaries(calendar, noon, noon.plusSeconds(86_400)))
        .containsExactly("tam-a", "tam-b");
  }

  @Test
  void the_first_version_may_begin_during_a_shift_that_nobody_had() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    assertThat(primaries(of(version(noon, "tam-b")), AT, noon.plusSeconds(1)))
        .containsExactly("null", "tam-b");
  }

  @Test
  void before_its_first_version_nobody_has_the_turn() {
    assertThat(primaries(of(version(AT, "tam-a")), AT.minusSeconds(86_400), AT.plusSeconds(86_400)))
        .containsExactly("null", "tam-a");
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void before_an_edit_all_is_as_it_was_and_after_it_all_is_as_edited(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    Calendar before = RandomCalendar.around(zone, random);
    Calendar after =
        before.withRotations(
            before.rotations().stream()
                .map(
                    r ->
                        RandomCalendar.inVersions(
                            r.in(List.of(r.newest().effective(null))), change, random))
                .toList());
    Instant at = change.plusSeconds(random.nextInt(-100_000, 100_000));
    Calendar kept = RotationVersions.keep(before, after, at);
    Duration around = Duration.ofDays(3);
    assertThat(people(kept, change.minus(around), at))
        .isEqualTo(people(before, change.minus(around), at));
    assertThat(begun(kept, at, change.plus(around)))
        .isEqualTo(begun(after, at, change.plus(around)));
    assertThat(RotationVersions.keep(kept, after, at.plusSeconds(5)).rotations())
        .isEqualTo(kept.rotations());
  }

  /** Who serves in every hour of a window, by pattern. */
  private static List<String> people(Calendar calendar, Instant from, Instant to) {
    RosterRules rules = RosterRules.of(calendar);
    List<String> people = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofHours(1))) {
      Instant moment = at;
      rules.shifts(at, at.plusMillis(1)).stream()
          .map(s -> moment + s.pattern() + s.primary() + s.secondary() + s.shadows())
          .sorted()
          .forEach(people::add);
    }
    return people;
  }

  /** The shifts of slots that start in a window. */
  private static List<Shift> begun(Calendar calendar, Instant from, Instant to) {
    return RosterRules.of(calendar).shifts(from, to).stream()
        .filter(shift -> !shift.slotStart().isBefore(from))
        .toList();
  }

  private static Rotation.Version version(@Nullable Instant from, String... people) {
    return new Rotation.Version(
        from,
        List.of(people),
        Rotation.Period.WEEKLY,
        1,
        ZoneOffset.UTC,
        LocalDateTime.parse("2026-01-05T00:00"));
  }

  private static Calendar of(Rotation.Version... versions) {
    return new Calendars()
        .region("R", "UTC")
        .staffed("R", "08:00", "16:00", "tam-a", "tam-b", "tam-c")
        .build()
        .withRotations(
            List.of(new Rotation("R-08:00", "R", Rotation.Tier.PRIMARY, List.of(versions))));
  }

  private static List<Rotation.Version> versions(Calendar calendar) {
    return calendar.rotations().getFirst().versions();
  }

  private static List<String> primaries(Calendar calendar, Instant from, Instant to) {
    return Shifts.between(calendar, from, to).stream()
        .map(shift -> String.valueOf(shift.primary()))
        .toList();
  }
}
