package io.meridian.handoff.simulation;

import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What lives at home is handed over there when its TAM is away for longer. */
class HomeStaysTest {
  private final Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }

  @Test
  void its_tam_on_leave_for_a_week_it_is_handed_over_inside_the_home_region() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Tue 07:40", it, "eric");
    globe.goTo("Wed 09:00");
    assertThat(globe.chronicle().decided("emma"))
        .containsExactly("Mon 16:00 emma in EMEA leaves it");
    assertThat(globe.chronicle().decided("eric")).endsWith("Tue 16:00 eric in EMEA back Wed 08:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered eric",
            "Tue 07:40 Accepted eric",
            "Tue 07:40 Transferred eric HANDOFF");
    assertThat(globe.chronicle().ledger(it))
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
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Tue 07:30 Offered eric",
            "Tue 08:15 EscalatedToLead lea",
            "Tue 08:20 Accepted eric",
            "Tue 08:20 Transferred eric HANDOFF");
    assertThat(globe.chronicle().ledger(it))
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
    assertThat(globe.chronicle().decided("emma"))
        .containsExactly(
            "Mon 16:00 emma in EMEA back Tue 08:00", "Mon 20:00 emma in EMEA leaves it");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 eric attends");
  }

  @Test
  void leave_for_a_day_entered_while_it_rests_is_within_the_home_patience() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 20:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Wed 00:00")));
    globe.goTo("Wed 09:00");
    assertThat(globe.chronicle().decided("emma"))
        .containsExactly(
            "Mon 16:00 emma in EMEA back Tue 08:00", "Mon 20:00 emma in EMEA back Wed 08:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Wed 08:00 emma attends");
  }

  @Test
  void leave_withdrawn_during_the_offer_it_stays_with_its_tam() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Tue 07:45", t -> Team.usual());
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Tue 07:00"))
        .containsExactly("Tue 07:30 Offered eric", "Tue 07:45 Cancelled STAYS");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void leave_for_the_rest_of_a_day_entered_on_duty_it_rests_until_tomorrow() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 12:00", t -> t.leave("emma", globe.at("Mon 12:00"), globe.at("Tue 00:00")));
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00")).isEmpty();
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 12:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }

  @Test
  void leave_for_a_week_entered_on_duty_it_is_offered_at_once_to_who_stands_in() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 12:00", t -> t.leave("emma", globe.at("Mon 12:00"), globe.at("Mon+ 12:00")));
    globe.accept("Mon 12:05", it, "eric");
    globe.goTo("Mon 13:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 12:00 Offered eric",
            "Mon 12:05 Accepted eric",
            "Mon 12:05 Transferred eric HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 12:00 emma gap OFF_ROSTER", "Mon 12:05 eric attends");
  }

  @Test
  void held_into_the_shift_of_the_next_it_is_handed_over_when_the_hold_ends() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.hold("Mon 15:00", it, "emma", "Tue 09:00");
    globe.accept("Tue 08:40", it, "eric");
    globe.goTo("Tue 10:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Tue 08:40 eric attends");
  }

  @Test
  void accepted_by_the_lead_at_home_they_attend_it_for_the_shift_and_then_it_waits_again() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.accept("Tue 08:20", it, "lea");
    globe.accept("Wed 07:40", it, "eric");
    globe.goTo("Wed 09:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma gap UNACCEPTED_HANDOFF",
            "Tue 08:20 lea attends",
            "Tue 16:00 lea rests HOME_HOURS",
            "Wed 08:00 eric attends");
  }
}
