package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {

  private static final String FROM = "2026-01-05T00:00:00Z";
  private static final String TO = "2026-01-06T00:00:00Z";

  @Test
  void each_tier_has_its_own_rotation_and_nobody_serves_twice() {
    Shift shift = only(threeTiers());
    assertThat(shift.primary()).isEqualTo("tam-a");
    assertThat(shift.secondary()).isEqualTo("tam-b");
    assertThat(shift.shadows()).containsExactly("tam-c");
    assertThat(shift.onDuty("tam-b")).isTrue();
    assertThat(shift.onDuty("tam-c")).isFalse();
  }

  @Test
  void who_is_onboarding_only_shadows_and_who_is_inactive_is_nowhere() {
    Calendars calendars =
        new Calendars()
            .region("R", "UTC")
            .tam("tam-new", "R", Tam.Status.ONBOARDING)
            .tam("tam-gone", "R", Tam.Status.INACTIVE)
            .tam("tam-a", "R", Tam.Status.ACTIVE);
    for (Rotation.Tier tier : Rotation.Tier.values()) {
      calendars.rotation(
          tier.name(), "R", tier, Rotation.Period.WEEKLY, 1, "tam-gone", "tam-new", "tam-a");
    }
    Shift shift = only(day(calendars));
    assertThat(shift.primary()).isEqualTo("tam-a");
    assertThat(shift.secondary()).isNull();
    assertThat(shift.shadows()).containsExactly("tam-new");
  }

  @Test
  void during_leave_the_next_available_participant_stands_in_for_the_part_covered() {
    List<Shift> shifts =
        shifts(
            threeTiers()
                .leave("tam-a", "2026-01-05T10:00:00Z", "2026-01-05T12:00:00Z")
                .leave("tam-b", "2026-01-05T11:00:00Z", "2026-01-05T12:00:00Z"));
    assertThat(shifts)
        .extracting(Shift::primary)
        .containsExactly("tam-a", "tam-b", "tam-c", "tam-a");
    assertThat(shifts)
        .extracting(shift -> shift.start().toString())
        .containsExactly(
            "2026-01-05T08:00:00Z",
            "2026-01-05T10:00:00Z",
            "2026-01-05T11:00:00Z",
            "2026-01-05T12:00:00Z");
    assertThat(shifts).extracting(Shift::id).doesNotHaveDuplicates();
    assertThat(shifts)
        .allMatch(shift -> shift.slotEnd().equals(Instant.parse("2026-01-05T16:00:00Z")));
  }

  @Test
  void leave_of_somebody_whose_turn_it_is_not_splits_nothing() {
    assertThat(
            shifts(
                new Calendars()
                    .region("R", "UTC")
                    .staffed("R", "08:00", "16:00", "tam-a", "tam-b")
                    .leave("tam-b", "2026-01-05T10:00:00Z", "2026-01-05T12:00:00Z")))
        .hasSize(1);
  }

  @Test
  void a_shift_that_nobody_can_hold_is_empty() {
    Shift shift =
        only(
            new Calendars()
                .region("R", "UTC")
                .staffed("R", "08:00", "16:00", "tam-a", "tam-b")
                .leave("tam-a", FROM, TO)
                .leave("tam-b", FROM, TO));
    assertThat(shift.isHeld()).isFalse();
    assertThat(shift.primary()).isNull();
  }

  @Test
  void overrides_apply_after_leave_and_leave_their_mark() {
    List<Shift> shifts =
        shifts(
            new Calendars()
                .region("R", "UTC")
                .tam("tam-x", "R", Tam.Status.ACTIVE)
                .staffed("R", "08:00", "16:00", "tam-a", "tam-b")
                .leave("tam-a", FROM, TO)
                .override(
                    "R",
                    "2026-01-05T12:00:00Z",
                    TO,
                    new ShiftOverride.Change.Replace("tam-b", "tam-x")));
    assertThat(shifts).extracting(Shift::primary).containsExactly("tam-b", "tam-x");
    assertThat(shifts).extracting(Shift::override).containsExactly(null, "override-0");
  }

  @Test
  void an_override_that_brings_up_the_secondary_leaves_their_place_empty() {
    Shift shift =
        only(
            threeTiers()
                .override("R", FROM, TO, new ShiftOverride.Change.Replace("tam-a", "tam-b")));
    assertThat(shift.primary()).isEqualTo("tam-b");
    assertThat(shift.secondary()).isNull();
  }

  @Test
  void an_override_reaches_secondaries_and_shadows() {
    Calendars calendars = threeTiers().tam("tam-x", "R", Tam.Status.ACTIVE);
    calendars.override("R", FROM, TO, new ShiftOverride.Change.Replace("tam-b", "tam-x"));
    calendars.override("R", FROM, TO, new ShiftOverride.Change.Remove("tam-c"));
    Shift shift = only(calendars);
    assertThat(shift.primary()).isEqualTo("tam-a");
    assertThat(shift.secondary()).isEqualTo("tam-x");
    assertThat(shift.shadows()).isEmpty();
  }

  @Test
  void an_override_puts_nobody_on_duty_who_may_not_be() {
    Shift shift =
        only(
            new Calendars()
                .region("R", "UTC")
                .tam("tam-new", "R", Tam.Status.ONBOARDING)
                .staffed("R", "08:00", "16:00", "tam-a")
                .override("R", FROM, TO, new ShiftOverride.Change.Replace("tam-a", "tam-new"))
                .override("R", FROM, TO, new ShiftOverride.Change.Add("tam-new")));
    assertThat(shift.isHeld()).isFalse();
  }

  @Test
  void an_override_of_another_region_changes_nothing() {
    assertThat(
            only(new Calendars()
                    .region("R", "UTC")
                    .region("S", "UTC")
                    .staffed("R", "08:00", "16:00", "tam-a")
                    .override("S", FROM, TO, new ShiftOverride.Change.Remove("tam-a")))
                .primary())
        .isEqualTo("tam-a");
  }

  @Test
  void on_a_holiday_a_pattern_works_rests_or_takes_another_roster() {
    assertThat(shifts(holiday(new HolidayPolicy.Off()))).isEmpty();
    Shift worked = only(holiday(new HolidayPolicy.Worked()));
    assertThat(worked.primary()).isEqualTo("tam-a");
    assertThat(worked.holiday()).isEqualTo("Holiday 2026-01-05");
    Shift roster = only(holiday(new HolidayPolicy.Roster("feast")));
    assertThat(roster.primary()).isEqualTo("tam-feast");
    assertThat(roster.secondary()).isEqualTo("tam-b");
  }

  private static Calendars holiday(HolidayPolicy policy) {
    return new Calendars()
        .region("R", "UTC")
        .tam("tam-a", "R", Tam.Status.ACTIVE)
        .tam("tam-b", "R", Tam.Status.ACTIVE)
        .tam("tam-feast", "R", Tam.Status.ACTIVE)
        .rotation("first", "R", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, "tam-a")
        .rotation("second", "R", Rotation.Tier.SECONDARY, Rotation.Period.WEEKLY, 1, "tam-b")
        .rotation("feast", "R", Rotation.Tier.PRIMARY, Rotation.Period.WEEKLY, 1, "tam-feast")
        .pattern("day", "R", Calendars.ALL_DAYS, "08:00", "16:00", policy, "first", "second")
        .holiday("R", "2026-01-05");
  }

  private static Calendars threeTiers() {
    Calendars calendars = new Calendars().region("R", "UTC");
    for (String tam : List.of("tam-a", "tam-b", "tam-c")) {
      calendars.tam(tam, "R", Tam.Status.ACTIVE);
    }
    for (Rotation.Tier tier : Rotation.Tier.values()) {
      calendars.rotation(
          tier.name(), "R", tier, Rotation.Period.WEEKLY, 1, "tam-a", "tam-b", "tam-c");
    }
    return day(calendars);
  }

  private static Calendars day(Calendars calendars) {
    return calendars.pattern(
        "day",
        "R",
        Calendars.ALL_DAYS,
        "08:00",
        "16:00",
        new HolidayPolicy.Worked(),
        "SHADOW",
        "PRIMARY",
        "SECONDARY");
  }

  private static List<Shift> shifts(Calendars calendars) {
    return Shifts.between(calendars.build(), Instant.parse(FROM), Instant.parse(TO));
  }

  private static Shift only(Calendars calendars) {
    List<Shift> shifts = shifts(calendars);
    assertThat(shifts).hasSize(1);
    return shifts.getFirst();
  }
}
