package io.meridian.handoff.simulation;

import static io.meridian.events.ServiceHours.FOLLOW_THE_SUN;
import static io.meridian.events.ServiceHours.HOME_REGION;
import static io.meridian.events.Severity.SEV1;
import static io.meridian.events.Severity.SEV2;
import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What travels around the globe, and what makes it begin or cease to (domain.md section 3). */
class WhatFollowsTheSunTest {
  private Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }

  @Test
  void raised_to_severity_one_at_night_it_is_assigned_anew_to_who_is_on_duty() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 22:00", SEV1);
    globe.goTo("Mon 23:00");
    assertThat(globe.chronicle().told(it, "Mon 22:00"))
        .containsExactly(
            "Mon 22:00 RegimeChanged FOLLOW_THE_SUN in EMEA", "Mon 22:00 Transferred zoe ASSIGNED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Mon 22:00 zoe attends");
  }

  @Test
  void raised_when_its_tam_goes_it_was_never_to_be_handed_over() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 16:00", SEV1);
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(it, "Mon 16:00"))
        .containsExactly(
            "Mon 16:00 RegimeChanged FOLLOW_THE_SUN in EMEA", "Mon 16:00 Transferred zoe ASSIGNED");
  }

  @Test
  void raised_while_nobody_is_on_duty_it_goes_to_the_lead_of_the_next_region_and_is_a_gap() {
    Case it = globe.opens("Fri 10:00", SEV3);
    it.becomes("Sat 10:00", SEV1);
    globe.goTo("Sat 11:00");
    assertThat(globe.chronicle().told(it, "Sat 10:00"))
        .containsExactly(
            "Sat 10:00 RegimeChanged FOLLOW_THE_SUN in EMEA",
            "Sat 10:00 Transferred leo LEAD",
            "Sat 10:00 WaitingForCoverage AMER");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends",
            "Fri 16:00 emma rests HOME_HOURS",
            "Sat 10:00 leo gap COVERAGE_HOLE");
  }

  @Test
  void raised_while_its_tam_is_on_duty_it_stays_theirs_and_is_offered_at_the_end_of_their_shift() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 12:00", SEV1);
    globe.goTo("Mon 15:30");
    assertThat(globe.chronicle().told(it, "Mon 12:00"))
        .containsExactly("Mon 12:00 RegimeChanged FOLLOW_THE_SUN in EMEA", "Mon 15:30 Offered zoe");
  }

  @Test
  void raised_in_the_hour_of_an_offer_it_is_offered_at_once() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 15:45", SEV1);
    assertThat(globe.chronicle().told(it, "Mon 15:30"))
        .containsExactly("Mon 15:45 RegimeChanged FOLLOW_THE_SUN in EMEA", "Mon 15:45 Offered zoe");
  }

  @Test
  void lowered_during_an_offer_the_handoff_is_cancelled_and_it_stays_with_its_tam() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.becomes("Mon 15:40", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 15:00"))
        .containsExactly(
            "Mon 15:30 Offered zoe",
            "Mon 15:40 RegimeChanged HOME_REGION in EMEA",
            "Mon 15:40 Cancelled STAYS");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void lowered_where_somebody_else_attends_it_stays_theirs_until_they_go_and_then_goes_home() {
    Case it = globe.opens("Mon 10:00", SEV2);
    globe.accept("Mon 15:40", it, "zoe");
    it.becomes("Mon 20:00", SEV3);
    globe.accept("Tue 07:40", it, "emma");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 20:00"))
        .containsExactly(
            "Mon 20:00 RegimeChanged HOME_REGION in EMEA",
            "Tue 00:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered emma",
            "Tue 07:40 Accepted emma",
            "Tue 07:40 Transferred emma HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 zoe attends",
            "Tue 00:00 zoe rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void a_tier_that_buys_around_the_clock_makes_a_severity_three_travel() {
    Case it = Case.opened(globe, "Mon 10:00", SEV3, FOLLOW_THE_SUN, globe.customer(), "EMEA");
    globe.accept("Mon 15:40", it, "zoe");
    globe.accept("Mon 23:40", it, "ken");
    globe.goTo("Tue 02:00");
    assertThat(globe.chronicle().told(it, "Mon 10:00"))
        .containsExactly(
            "Mon 10:00 Assigned emma ASSIGNED",
            "Mon 15:30 Offered zoe",
            "Mon 15:40 Accepted zoe",
            "Mon 15:40 Transferred zoe HANDOFF",
            "Mon 23:30 Offered ken",
            "Mon 23:40 Accepted ken",
            "Mon 23:40 Transferred ken HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 zoe attends", "Tue 00:00 ken attends");
  }

  @Test
  void of_two_of_one_tam_what_travels_is_offered_and_what_lives_at_home_is_not() {
    Case travels = globe.opens("Mon 10:00", SEV2);
    Case stays = globe.opens("Mon 10:05", SEV3);
    globe.accept("Mon 15:40", travels, "zoe");
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(stays, "Mon 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(travels))
        .containsExactly("Mon 10:00 emma attends", "Mon 16:00 zoe attends");
    assertThat(globe.chronicle().ledger(stays))
        .containsExactly("Mon 10:05 emma attends", "Mon 16:00 emma rests HOME_HOURS");
  }

  @Test
  void a_coverage_hole_that_was_agreed_to_is_cut_where_the_agreement_begins_and_ends() {
    globe = agreedOnSaturdayFromTenToTwo();
    Case it = globe.opens("Sat 02:00", SEV2);
    globe.accept("Sat 15:40", it, "zoe");
    globe.goTo("Sat 17:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Sat 02:00 ken attends",
            "Sat 08:00 ken gap COVERAGE_HOLE",
            "Sat 10:00 ken gap COVERAGE_HOLE agreed",
            "Sat 14:00 ken gap COVERAGE_HOLE",
            "Sat 16:00 zoe attends");
    assertThat(globe.chronicle().gaps(it))
        .containsExactly(
            "Sat 08:00 - Sat 10:00 not agreed",
            "Sat 10:00 - Sat 14:00 agreed",
            "Sat 14:00 - Sat 16:00 not agreed");
  }

  @Test
  void what_rests_in_a_coverage_hole_is_no_gap_agreed_to_or_not() {
    globe = agreedOnSaturdayFromTenToTwo();
    Case it = globe.opens("Sat 02:00", SEV3);
    globe.goTo("Mon+ 09:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Sat 02:00 emma rests HOME_HOURS", "Mon+ 08:00 emma attends");
  }

  @Test
  void raised_at_night_and_lowered_again_at_once_it_stays_with_who_attends() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 22:00", SEV1);
    it.becomes("Mon 22:05", SEV3);
    globe.goTo("Mon 23:00");
    assertThat(globe.chronicle().told(it, "Mon 22:01"))
        .containsExactly("Mon 22:05 RegimeChanged HOME_REGION in EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Mon 22:00 zoe attends");
  }

  @Test
  void raised_while_its_handoff_at_home_waits_for_the_morning_that_is_cancelled() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    it.becomes("Mon 22:00", SEV1);
    globe.goTo("Mon 23:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Mon 22:00 RegimeChanged FOLLOW_THE_SUN in EMEA",
            "Mon 22:00 Transferred zoe ASSIGNED",
            "Mon 22:00 Cancelled MOVED");
  }

  @Test
  void said_to_follow_the_sun_by_an_act_at_night_it_is_assigned_anew() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.served("Mon 22:00", FOLLOW_THE_SUN);
    assertThat(globe.chronicle().told(it, "Mon 22:00"))
        .containsExactly(
            "Mon 22:00 RegimeChanged FOLLOW_THE_SUN in EMEA", "Mon 22:00 Transferred zoe ASSIGNED");
  }

  @Test
  void said_to_live_at_home_by_an_act_during_an_offer_it_stays() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.served("Mon 15:40", HOME_REGION);
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(it, "Mon 15:00"))
        .containsExactly(
            "Mon 15:30 Offered zoe",
            "Mon 15:40 RegimeChanged HOME_REGION in EMEA",
            "Mon 15:40 Cancelled STAYS");
  }

  @Test
  void lowered_during_an_offer_whose_tam_is_on_leave_tomorrow_it_waits_for_home_instead() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV2);
    it.becomes("Mon 15:40", SEV3);
    globe.accept("Tue 07:40", it, "eric");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 15:40"))
        .containsExactly(
            "Mon 15:40 RegimeChanged HOME_REGION in EMEA",
            "Mon 15:40 Cancelled STAYS",
            "Mon 16:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered eric",
            "Tue 07:40 Accepted eric",
            "Tue 07:40 Transferred eric HANDOFF");
  }

  @Test
  void lowered_in_a_gap_after_an_unanswered_offer_it_rests_from_then_on() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.becomes("Mon 16:10", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 15:00"))
        .containsExactly(
            "Mon 15:30 Offered zoe",
            "Mon 16:10 RegimeChanged HOME_REGION in EMEA",
            "Mon 16:10 Cancelled STAYS");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma gap UNACCEPTED_HANDOFF",
            "Mon 16:10 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  private static Globe agreedOnSaturdayFromTenToTwo() {
    return new Globe(
        LocalDate.parse("2026-01-12"),
        Team.usual(),
        new Globe.Terms(Duration.ofHours(26)),
        "Sat 10:00",
        "Sat 14:00");
  }
}
