package io.meridian.handoff.simulation;

import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import java.util.UUID;

/** What lives in its home region: whose it is, when it rests, and when it is handed over there. */
class HomeStaysTest {
  private Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }


  @Test
  void opened_at_two_in_the_night_it_waits_for_the_morning_with_the_customers_tam() {
    Case it = globe.opens("Mon 02:00", SEV3);
    globe.goTo("Mon 09:00");
    assertThat(globe.told(it, "Mon 00:00")).containsExactly("Mon 02:00 Assigned emma ASSIGNED");
    assertThat(globe.ledger(it))
        .containsExactly("Mon 02:00 emma rests HOME_HOURS", "Mon 08:00 emma attends");
  }

  @Test
  void its_tam_back_next_morning_it_rests_and_nobody_is_asked() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.decided("emma")).containsExactly("Mon 16:00 emma in EMEA back Tue 08:00");
    assertThat(globe.told(it, "Mon 10:00")).containsExactly("Mon 10:00 Assigned emma ASSIGNED");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void it_rests_over_the_weekend() {
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Mon+ 09:00");
    assertThat(globe.told(it, "Fri 11:00")).isEmpty();
    assertThat(globe.ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends",
            "Fri 16:00 emma rests HOME_HOURS",
            "Mon+ 08:00 emma attends");
  }

  @Test
  void its_tam_on_leave_for_a_week_it_is_handed_over_inside_the_home_region() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Tue 07:40", it, "eric");
    globe.goTo("Wed 09:00");
    assertThat(globe.decided("emma")).containsExactly("Mon 16:00 emma in EMEA leaves it");
    assertThat(globe.decided("eric")).endsWith("Tue 16:00 eric in EMEA back Wed 08:00");
    assertThat(globe.told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered eric",
            "Tue 07:40 Accepted eric",
            "Tue 07:40 Transferred eric HANDOFF");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 eric attends",
            "Tue 16:00 eric rests HOME_HOURS",
            "Wed 08:00 eric attends");
  }

  @Test
  void handed_over_at_home_and_not_accepted_it_is_a_gap_from_the_next_shift_on() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Tue 08:20", it, "eric");
    globe.goTo("Tue 09:00");
    assertThat(globe.told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered eric",
            "Tue 08:15 EscalatedToLead lea",
            "Tue 08:20 Accepted eric",
            "Tue 08:20 Transferred eric HANDOFF");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma gap UNACCEPTED_HANDOFF",
            "Tue 08:20 eric attends");
  }

  @Test
  void leave_for_a_week_entered_while_it_rests_asks_again() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 20:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    globe.accept("Tue 07:40", it, "eric");
    globe.goTo("Tue 09:00");
    assertThat(globe.decided("emma"))
        .containsExactly(
            "Mon 16:00 emma in EMEA back Tue 08:00", "Mon 20:00 emma in EMEA leaves it");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 eric attends");
  }

  @Test
  void leave_for_a_day_entered_while_it_rests_is_within_the_home_patience() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 20:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Wed 00:00")));
    globe.goTo("Wed 09:00");
    assertThat(globe.decided("emma"))
        .containsExactly(
            "Mon 16:00 emma in EMEA back Tue 08:00", "Mon 20:00 emma in EMEA back Wed 08:00");
    assertThat(globe.told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Wed 08:00 emma attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_keeps_it_with_who_is_back_tomorrow() {
    globe = new Globe(Team.inThreeShifts());
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Tue 09:00");
    assertThat(globe.told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_hands_over_inside_itself_when_it_must() {
    globe = new Globe(Team.inThreeShifts());
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Wed 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Mon 15:40", it, "eric");
    globe.goTo("Mon 17:00");
    assertThat(globe.told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 15:30 Offered eric",
            "Mon 15:40 Accepted eric",
            "Mon 15:40 Transferred eric HANDOFF");
    assertThat(globe.ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Mon 16:00 eric attends");
  }

  @Test
  void a_home_region_with_three_shifts_a_day_takes_what_opens_at_night_at_once() {
    globe = new Globe(Team.inThreeShifts());
    Case it = globe.opens("Mon 02:00", SEV3);
    globe.goTo("Mon 03:00");
    assertThat(globe.ledger(it)).containsExactly("Mon 02:00 ed attends");
  }

  @Test
  void held_overnight_it_does_not_rest_until_the_hold_ends() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Mon 15:00");
    globe
        .house
        .interventions
        .hold(it.id().toString(), "emma", globe.at("Mon 22:00"))
        .await()
        .indefinitely();
    globe.goTo("Tue 09:00");
    assertThat(globe.told(it, "Mon 11:00")).containsExactly("Mon 15:00 Held emma until Mon 22:00");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 22:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void over_the_night_in_which_the_clocks_go_back_the_same_time_tomorrow_is_soon_enough() {
    globe = clocksGoBack(Duration.ofHours(26));
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Sun 09:00");
    assertThat(globe.told(it, "Fri 11:00")).isEmpty();
    assertThat(globe.ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends",
            "Fri 16:00 emma rests HOME_HOURS",
            "Sun 08:00 emma attends");
    assertThat(globe.rested(it)).isEqualTo(Duration.ofHours(41));
  }

  @Test
  void with_a_home_patience_of_a_day_the_clock_change_would_make_a_handoff() {
    globe = clocksGoBack(Duration.ofHours(24));
    Case it = globe.opens("Fri 10:00", SEV3);
    globe.goTo("Sat 09:00");
    assertThat(globe.told(it, "Fri 11:00"))
        .containsExactly(
            "Fri 16:00 WaitingForCoverage EMEA",
            "Sat 07:30 Offered eric",
            "Sat 08:15 EscalatedToLead lea");
  }

  /** On Sunday, 25 October 2026, at two in the night; emma works on Friday and on Sunday. */
  private static Globe clocksGoBack(Duration homePatience) {
    return new Globe(
        LocalDate.parse("2026-10-19"),
        Team.takingTurns(LocalDate.parse("2026-10-23")),
        new Globe.Terms(homePatience));
  }

  @Test
  void leave_withdrawn_during_the_offer_it_stays_with_its_tam() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Tue 07:45", t -> Team.usual());
    globe.goTo("Tue 09:00");
    assertThat(globe.told(it, "Tue 07:00"))
        .containsExactly("Tue 07:30 Offered eric", "Tue 07:45 Cancelled STAYS");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void leave_for_the_rest_of_a_day_entered_on_duty_it_rests_until_tomorrow() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 12:00", t -> t.leave("emma", globe.at("Mon 12:00"), globe.at("Tue 00:00")));
    globe.goTo("Tue 09:00");
    assertThat(globe.told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 12:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void leave_for_a_week_entered_on_duty_it_is_offered_at_once_to_who_stands_in() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 12:00", t -> t.leave("emma", globe.at("Mon 12:00"), globe.at("Mon+ 12:00")));
    globe.accept("Mon 12:05", it, "eric");
    globe.goTo("Mon 13:00");
    assertThat(globe.told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 12:00 Offered eric",
            "Mon 12:05 Accepted eric",
            "Mon 12:05 Transferred eric HANDOFF");
    assertThat(globe.ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 12:00 emma gap OFF_ROSTER",
            "Mon 12:05 eric attends");
  }

  @Test
  void held_into_the_shift_of_the_next_it_is_handed_over_when_the_hold_ends() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.goTo("Mon 15:00");
    globe
        .house
        .interventions
        .hold(it.id().toString(), "emma", globe.at("Tue 09:00"))
        .await()
        .indefinitely();
    globe.accept("Tue 08:40", it, "eric");
    globe.goTo("Tue 10:00");
    assertThat(globe.ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Tue 08:40 eric attends");
  }
}
