package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.ShiftExplanation.Cause;
import io.meridian.handoff.calendar.domain.ShiftExplanation.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {

  @Test
  void a_shift_on_the_day_of_a_clock_change_with_a_stand_in_is_told_in_sentences() {
    Calendar calendar =
        new Calendars()
            .region("EMEA", "Europe/London")
            .staffed("EMEA", "00:00", "08:00", "tam-a", "tam-b")
            .leave("tam-b", "2026-03-29T04:00:00Z", "2026-03-30T00:00:00Z")
            .holiday("EMEA", "2026-03-29")
            .build();
    List<ShiftExplanation> all = all(calendar, "2026-03-29T00:00:00Z", "2026-03-29T07:00:00Z");
    assertThat(all).hasSize(2);
    ShiftExplanation second = all.getLast();
    assertThat(second.pattern().sentence())
        .isEqualTo(
            "Pattern 'EMEA-00:00' has a shift on 2026-03-29 from 00:00 to 08:00 in Europe/London.");
    assertThat(second.start().cause()).isEqualTo(Cause.LEAVE);
    assertThat(second.end().cause()).isEqualTo(Cause.PATTERN);
    assertThat(second.end().sentence())
        .isEqualTo(
            "It ends at 2026-03-29T08:00 in Europe/London, which is 2026-03-29T07:00:00Z, as the"
                + " pattern says.");
    assertThat(second.clockChange().sentence())
        .isEqualTo(
            "The clocks of Europe/London go forward by 1 h at 2026-03-29T01:00:00Z, so the slot"
                + " lasts 7 h.");
    assertThat(second.clockChange().shift()).isEqualTo(Duration.ofHours(-1));
    assertThat(second.holiday().sentence())
        .isEqualTo("2026-03-29 is Holiday 2026-03-29, which is worked.");
    Place place = second.places().getFirst();
    assertThat(place.sentence())
        .isEqualTo(
            "PRIMARY: in rotation 'EMEA-00:00' (version 1) it is the turn of TAM-B, 2 of 2; TAM-B"
                + " is on leave 'leave-0'; so TAM-A stands in.");
  }

  @Test
  void a_wall_time_that_comes_twice_or_never_is_told() {
    Calendar calendar =
        new Calendars()
            .region("R", "Europe/London")
            .staffed("R", "01:30", "09:00", "tam-a")
            .build();
    assertThat(
            all(calendar, "2026-10-25T00:30:00Z", "2026-10-25T00:31:00Z")
                .getFirst()
                .start()
                .sentence())
        .contains("(that wall time comes twice; the earlier one)");
    assertThat(
            all(calendar, "2026-03-29T01:00:00Z", "2026-03-29T01:01:00Z")
                .getFirst()
                .start()
                .sentence())
        .contains("(the clocks go forward at this instant)");
  }

  @Test
  void overrides_tell_what_they_do_and_why() {
    Calendar calendar =
        new Calendars()
            .region("R", "UTC")
            .tam("tam-x", "R", Tam.Status.ACTIVE)
            .staffed("R", "08:00", "16:00", "tam-a")
            .override(
                "R",
                "2026-01-05T10:00:00Z",
                "2026-01-05T12:00:00Z",
                new ShiftOverride.Change.Replace("tam-a", "tam-x"))
            .override(
                "R",
                "2026-01-05T18:00:00Z",
                "2026-01-05T20:00:00Z",
                new ShiftOverride.Change.Add("tam-x"))
            .build();
    List<ShiftExplanation> all = all(calendar, "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");
    assertThat(all.get(1).override().sentence())
        .isEqualTo(
            "Override 'override-0' puts TAM-X in the place of TAM-A from 2026-01-05T10:00:00Z to"
                + " 2026-01-05T12:00:00Z: because.");
    assertThat(all.get(1).start().cause()).isEqualTo(Cause.OVERRIDE);
    assertThat(all.get(1).places().getFirst().serves()).isEqualTo("tam-a");
    assertThat(all.getLast().pattern()).isNull();
    assertThat(all.getLast().override().change()).isEqualTo("ADD");
    assertThat(all.getFirst().override()).isNull();
  }

  @Test
  void who_stays_on_a_shift_that_ran_at_an_edit_is_told_so() {
    Calendars calendars = new Calendars().region("R", "UTC");
    Calendar before = calendars.staffed("R", "08:00", "16:00", "tam-a", "tam-b").build();
    Rotation daily =
        new Rotation(
            "daily",
            "R",
            Rotation.Tier.PRIMARY,
            List.of("tam-b"),
            Rotation.Period.DAILY,
            1,
            ZoneOffset.UTC,
            LocalDateTime.parse("2026-01-01T00:00"));
    ShiftPattern pattern = before.shiftPatterns().getFirst();
    Calendar document =
        new Calendar(
            before.regions(),
            before.tams(),
            List.of(daily),
            List.of(
                new ShiftPattern(
                    pattern.id(),
                    pattern.region(),
                    pattern.zone(),
                    pattern.days(),
                    pattern.start(),
                    pattern.end(),
                    pattern.effectiveFrom(),
                    null,
                    List.of("daily"),
                    pattern.holidayPolicy())),
            List.of(),
            List.of(),
            List.of());
    Instant noon = Instant.parse("2026-01-05T12:00:00Z");
    Calendar after = CalendarEdit.of(RosterRules.of(before), document, noon);
    assertThat(
            all(after, "2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z").stream()
                .map(why -> why.places().getFirst().sentence()))
        .containsExactly(
            "PRIMARY: the shift ran when the calendar was edited, so it stays the turn of TAM-A to"
                + " its end.",
            "PRIMARY: in rotation 'daily' (version 1) it is the turn of TAM-B, 1 of 1.");
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void who_is_explained_is_who_serves_and_every_boundary_has_a_cause(long seed) {
    RandomGenerator random = ClockChanges.random(seed);
    ClockChanges zone = ClockChanges.any(random);
    Instant change = zone.only().getInstant();
    RosterRules rules = RosterRules.of(RandomCalendar.around(zone, random));
    Explainer explainer = new Explainer(rules, tam -> tam);
    for (Shift shift :
        rules.shifts(change.minus(Duration.ofDays(2)), change.plus(Duration.ofDays(2)))) {
      ShiftExplanation why = explainer.explain(shift);
      assertThat(List.of(why.start().cause(), why.end().cause())).doesNotContain(Cause.EDIT);
      assertThat(why.pattern() == null).isEqualTo(shift.pattern().isEmpty());
      if (shift.override() == null) {
        assertThat(serves(why, Rotation.Tier.PRIMARY)).isEqualTo(String.valueOf(shift.primary()));
        assertThat(serves(why, Rotation.Tier.SECONDARY))
            .isEqualTo(String.valueOf(shift.secondary()));
      }
    }
  }

  private static String serves(ShiftExplanation why, Rotation.Tier tier) {
    return why.places().stream()
        .filter(place -> place.tier() == tier)
        .map(place -> String.valueOf(place.serves()))
        .findFirst()
        .orElse("null");
  }

  private static List<ShiftExplanation> all(Calendar calendar, String from, String to) {
    Explainer explainer =
        new Explainer(RosterRules.of(calendar), tam -> tam.toUpperCase(Locale.ROOT));
    return Shifts.between(calendar, Instant.parse(from), Instant.parse(to)).stream()
        .map(explainer::explain)
        .toList();
  }
}
