package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.handoff.calendar.domain.RosterWarning.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterWarningsTest {

  private static final DutyLimits LIMITS =
      new DutyLimits(Duration.ofHours(11), Duration.ofHours(48), Duration.ofSeconds(5));
  private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(14));

  @Test
  void less_than_eleven_hours_between_two_duties_are_too_little_rest() {
    List<RosterWarning> warnings =
        of(
            Kind.SHORT_REST,
            new Calendars()
                .region("R", "UTC")
                .staffed("R", "06:00", "10:00", "tam-a")
                .staffed("R", "20:59", "22:00", "tam-a"));
    assertThat(warnings)
        .singleElement()
        .satisfies(w -> assertThat(w.tam()).isEqualTo("tam-a"))
        .satisfies(w -> assertThat(w.count()).isEqualTo(27))
        .satisfies(w -> assertThat(w.start()).isEqualTo("2026-01-05T10:00:00Z"))
        .satisfies(w -> assertThat(w.end()).isEqualTo("2026-01-05T20:59:00Z"))
        .satisfies(w -> assertThat(w.detail()).contains("rests 10 h 59 min"));
    assertThat(
            of(
                Kind.SHORT_REST,
                new Calendars()
                    .region("R", "UTC")
                    .staffed("R", "08:00", "12:00", "tam-a")
                    .staffed("R", "12:00", "21:00", "tam-a")))
        .isEmpty();
  }

  @Test
  void what_an_edit_makes_is_told_apart_from_what_was_so_before() {
    Calendars one = new Calendars().region("R", "UTC").staffed("R", "08:00", "15:00", "tam-a");
    List<RosterWarning> before = of(Kind.LONG_WEEK, one);
    List<RosterWarning> after =
        of(
            Kind.LONG_WEEK,
            new Calendars().region("R", "UTC").staffed("R", "08:00", "15:00", "tam-a", "tam-b"));

    assertThat(RosterWarnings.beyond(before, after))
        .extracting(RosterWarning::tam)
        .containsExactly("tam-b");
    assertThat(RosterWarnings.beyond(after, before))
        .as("a long week more than before")
        .extracting(RosterWarning::tam)
        .containsExactly("tam-a");
  }

  @Test
  void more_than_48_hours_in_a_week_from_monday_are_a_long_week() {
    List<RosterWarning> warnings =
        of(
            Kind.LONG_WEEK,
            new Calendars().region("R", "UTC").staffed("R", "08:00", "15:00", "tam-a", "tam-b"));
    assertThat(warnings)
        .extracting(RosterWarning::tam, RosterWarning::count)
        .containsExactly(tuple("tam-a", 1), tuple("tam-b", 1));
    assertThat(warnings.getFirst().detail()).contains("49 h in one week");
    assertThat(warnings.getFirst().start()).isEqualTo(FROM);
    assertThat(
            of(
                Kind.LONG_WEEK,
                new Calendars().region("R", "UTC").staffed("R", "08:00", "14:51", "tam-a")))
        .isEmpty();
  }

  @Test
  void shifts_of_24_hours_one_after_the_other_are_one_long_duty() {
    Calendars alone = new Calendars().region("R", "UTC").staffed("R", "09:00", "09:00", "tam-a");
    assertThat(of(Kind.LONG_WEEK, alone))
        .singleElement()
        .satisfies(w -> assertThat(w.detail()).contains("168 h in one week"));
    assertThat(of(Kind.SHORT_REST, alone)).isEmpty();
  }

  @Test
  void who_is_on_duty_within_a_day_must_be_reachable() {
    Calendar calendar =
        new Calendars().region("R", "UTC").staffed("R", "08:00", "16:00", "tam-a", "tam-b").build();
    assertThat(of(Kind.NO_CHANNEL, calendar))
        .extracting(RosterWarning::tam)
        .containsExactly("tam-a");
    Tam reachable =
        new Tam(
            "tam-a",
            "tam-a",
            null,
            "R",
            ZoneOffset.UTC,
            Tam.Status.ACTIVE,
            List.of(),
            List.of(),
            List.of(
                new ContactChannel(ContactChannel.Kind.EMAIL, "a@example.com", Duration.ZERO, 1)));
    Calendar better =
        new Calendar(
            calendar.regions(),
            calendar.tams().stream().map(t -> t.id().equals("tam-a") ? reachable : t).toList(),
            calendar.rotations(),
            calendar.shiftPatterns(),
            List.of(),
            List.of(),
            List.of());
    assertThat(of(Kind.NO_CHANNEL, better)).isEmpty();
  }

  @Test
  void who_may_not_serve_is_named_with_the_rotations_and_overrides() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .tam("tam-new", "R", Tam.Status.ONBOARDING)
            .tam("tam-gone", "R", Tam.Status.INACTIVE)
            .staffed("R", "08:00", "16:00", "tam-a", "tam-new")
            .override(
                "R",
                "2026-01-06T00:00:00Z",
                "2026-01-07T00:00:00Z",
                new ShiftOverride.Change.Replace("tam-a", "tam-gone"));
    assertThat(of(Kind.MAY_NOT_SERVE, calendars))
        .extracting(RosterWarning::detail)
        .containsExactly(
            "tam-new is ONBOARDING and is passed over in R-08:00",
            "tam-gone is INACTIVE; by override 'override-0' the place stays empty");
  }

  @Test
  void a_holiday_calendar_without_a_holiday_is_likely_misspelt() {
    Calendars calendars =
        new Calendars().region("R", "UTC").staffed("R", "08:00", "12:00", "tam-a");
    assertThat(of(Kind.UNKNOWN_HOLIDAYS, calendars))
        .extracting(RosterWarning::detail)
        .containsExactly("R keeps the holiday calendar 'R-holidays', which has no holiday");
    assertThat(of(Kind.UNKNOWN_HOLIDAYS, calendars.holiday("R", LocalDate.EPOCH.toString())))
        .isEmpty();
  }

  @Test
  void a_region_that_has_people_and_no_shift_of_theirs_is_named() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .staffed("R", "08:00", "12:00", "tam-a")
            .region("S", "UTC");
    assertThat(of(Kind.NO_SHIFT, calendars))
        .extracting(RosterWarning::detail)
        .containsExactly(
            "Nobody holds a shift of S: what lives there rests, and nobody is asked to take it");
    RosterRules rules = RosterRules.of(calendars.build());
    Instant soon = FROM.plus(Duration.ofDays(13));
    assertThat(
            RosterWarnings.of(
                rules, rules.shifts(FROM, soon), FROM, soon, new Readiness(FROM, Set.of()), LIMITS))
        .noneMatch(warning -> warning.kind() == Kind.NO_SHIFT);
  }

  private static List<RosterWarning> of(Kind kind, Calendars calendars) {
    return of(kind, calendars.build());
  }

  private static List<RosterWarning> of(Kind kind, Calendar calendar) {
    RosterRules rules = RosterRules.of(calendar);
    return RosterWarnings.of(
            rules, rules.shifts(FROM, TO), FROM, TO, new Readiness(FROM, Set.of()), LIMITS)
        .stream()
        .filter(warning -> warning.kind() == kind)
        .toList();
  }
}
