package io.meridian.handoff.duty.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static io.meridian.handoff.duty.domain.OnCall.slotUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Shift;
import org.junit.jupiter.api.Test;

class RosterTest {

  @Test
  void primary_and_secondary_are_on_duty_from_the_start_until_just_before_the_end() {
    Roster roster = roster(shift("EMEA", "07:00", "15:00", "emma", "noah"));
    assertThat(roster.onDuty("emma", at("07:00"))).isTrue();
    assertThat(roster.onDuty("noah", at("14:59"))).isTrue();
    assertThat(roster.onDuty("emma", at("06:59"))).isFalse();
    assertThat(roster.onDuty("emma", at("15:00"))).isFalse();
    assertThat(roster.onDuty("kai", at("08:00"))).isFalse();
  }

  @Test
  void shifts_that_touch_or_overlap_are_one_duty() {
    Roster roster =
        roster(
            shift("EMEA", "07:00", "10:00", "emma"),
            shift("EMEA", "10:00", "13:00", "noah", "emma"),
            shift("EMEA", "12:00", "15:00", "emma"));
    assertThat(roster.dutyAt("emma", at("10:00")))
        .contains(new Duty("emma", "EMEA", at("07:00"), at("15:00"), at("15:00")));
  }

  @Test
  void a_break_makes_two_duties() {
    Roster roster =
        roster(shift("EMEA", "07:00", "10:00", "emma"), shift("EMEA", "11:00", "15:00", "emma"));
    assertThat(roster.dutyAt("emma", at("10:30"))).isEmpty();
    assertThat(roster.lastDutyBefore("emma", at("10:30")).map(Duty::end)).contains(at("10:00"));
    assertThat(roster.lastDutyBefore("emma", at("10:00")).map(Duty::end)).contains(at("10:00"));
    assertThat(roster.lastDutyBefore("emma", at("09:00"))).isEmpty();
  }

  @Test
  void a_duty_cut_by_leave_was_left_in_mid_shift() {
    Roster roster =
        roster(
            slotUntil("15:00", "EMEA", "07:00", "11:00", "emma", null),
            slotUntil("15:00", "EMEA", "11:00", "15:00", "noah", null));
    assertThat(roster.lastDutyBefore("emma", at("12:00")).orElseThrow().leftInMidShift()).isTrue();
    assertThat(roster.lastDutyBefore("noah", at("16:00")).orElseThrow().leftInMidShift()).isFalse();
  }

  @Test
  void an_empty_shift_covers_and_puts_nobody_on_duty() {
    Roster roster = roster(shift("EMEA", "07:00", "15:00", null));
    assertThat(roster.covering(at("08:00"))).hasSize(1);
    assertThat(roster.anybodyOnDuty(at("08:00"))).isFalse();
    assertThat(roster.covering(at("15:00"))).isEmpty();
  }

  @Test
  void a_long_shift_is_found_behind_many_short_ones() {
    Shift all = shift("AMER", "00:00", "23:00", "zoe");
    Roster roster =
        roster(
            all,
            shift("EMEA", "01:00", "02:00", "emma"),
            shift("EMEA", "02:00", "03:00", "noah"),
            shift("EMEA", "03:00", "04:00", "emma"));
    assertThat(roster.covering(at("12:00"))).containsExactly(all);
    assertThat(roster.startingAfter(at("02:00")))
        .extracting(Shift::start)
        .containsExactly(at("03:00"));
    assertThat(roster.boundaries())
        .containsExactly(
            at("00:00"), at("01:00"), at("02:00"), at("03:00"), at("04:00"), at("23:00"));
  }
}
