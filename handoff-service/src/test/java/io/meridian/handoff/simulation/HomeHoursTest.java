package io.meridian.handoff.simulation;

import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What lives at home is attended in its hours and rests in between. */
class HomeHoursTest {
  private Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }

  @Test
  void opened_at_two_in_the_night_it_waits_for_the_morning_with_the_customers_tam() {
    Case it = globe.opens("Mon 02:00", SEV3);
    globe.goTo("Mon 09:00");
    assertThat(globe.chronicle().told(it, "Mon 00:00"))
        .containsExactly("Mon 02:00 Assigned emma ASSIGNED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 02:00 emma rests HOME_HOURS", "Mon 08:00 emma attends");
  }

  @Test
  void its_tam_back_next_morning_it_rests_and_nobody_is_asked() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().decided("emma"))
        .containsExactly("Mon 16:00 emma in EMEA back Tue 08:00");
    assertThat(globe.chronicle().told(it, "Mon 10:00"))
        .containsExactly("Mon 10:00 Assigned emma ASSIGNED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void it_rests_over_the_weekend() {
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Mon+ 09:00");
    assertThat(globe.chronicle().told(it, "Fri 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends", "Fri 16:00 emma rests HOME_HOURS", "Mon+ 08:00 emma attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_keeps_it_with_who_is_back_tomorrow() {
    globe = new Globe(Team.inThreeShifts());
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_hands_over_inside_itself_when_it_must() {
    globe = new Globe(Team.inThreeShifts());
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Wed 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Mon 15:40", it, "eric");
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 15:30 Offered eric",
            "Mon 15:40 Accepted eric",
            "Mon 15:40 Transferred eric HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Mon 16:00 eric attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_takes_what_opens_at_night_at_once() {
    globe = new Globe(Team.inThreeShifts());
    Case it = globe.opens("Mon 02:00", SEV3);
    globe.goTo("Mon 03:00");
    assertThat(globe.chronicle().ledger(it)).containsExactly("Mon 02:00 ed attends");
  }

  @Test
  void held_overnight_it_does_not_rest_until_the_hold_ends() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.hold("Mon 15:00", it, "emma", "Mon 22:00");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly("Mon 15:00 Held emma until Mon 22:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 22:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void over_the_night_in_which_the_clocks_go_back_the_same_time_tomorrow_is_soon_enough() {
    globe = clocksGoBack(Duration.ofHours(26));
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Sun 09:00");
    assertThat(globe.chronicle().told(it, "Fri 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends", "Fri 16:00 emma rests HOME_HOURS", "Sun 08:00 emma attends");
    assertThat(globe.chronicle().rested(it)).isEqualTo(Duration.ofHours(41));
  }

  @Test
  void with_a_home_patience_of_a_day_the_clock_change_would_make_a_handoff() {
    globe = clocksGoBack(Duration.ofHours(24));
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Sat 09:00");
    assertThat(globe.chronicle().told(it, "Fri 11:00"))
        .containsExactly(
            "Fri 16:00 WaitingForCoverage EMEA",
            "Sat 07:30 Offered eric",
            "Sat 08:15 EscalatedToLead lea");
  }

  @Test
  void opened_when_everybody_at_home_is_on_leave_it_waits_for_who_is_back_first() {
    globe.change(
        "Mon 00:30",
        t ->
            t.leave("emma", globe.at("Mon 01:00"), globe.at("Wed 00:00"))
                .leave("eric", globe.at("Mon 01:00"), globe.at("Tue 00:00")));
    Case it = globe.opens("Mon 02:00", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 02:00 eric rests HOME_HOURS", "Tue 08:00 eric attends");
  }

  /** On Sunday, 25 October 2026, at two in the night; emma works on Friday and on Sunday. */
  private static Globe clocksGoBack(Duration homePatience) {
    return new Globe(
        LocalDate.parse("2026-10-19"),
        Team.takingTurns(LocalDate.parse("2026-10-23")),
        new Globe.Terms(homePatience));
  }
}
