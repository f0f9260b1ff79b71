package io.meridian.handoff.simulation;

import static io.meridian.events.Severity.SEV1;
import static io.meridian.events.Severity.SEV2;
import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is resolved rests, and what becomes of it when it is reopened. */
class ResolvedRestsTest {
  private final Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }

  @Test
  void resolved_during_an_offer_the_handoff_is_cancelled_and_it_rests() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.resolved("Mon 15:40");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 15:00"))
        .containsExactly(
            "Mon 15:30 Offered zoe",
            "Mon 15:40 RegimeChanged RESOLVED",
            "Mon 15:40 Cancelled RESOLVED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Mon 15:40 emma rests RESOLVED");
  }

  @Test
  void resolved_after_an_acceptance_it_is_handed_over_all_the_same() {
    Case it = globe.opens("Mon 10:00", SEV2);
    globe.accept("Mon 15:40", it, "zoe");
    it.resolved("Mon 15:50");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 15:50"))
        .containsExactly("Mon 15:50 RegimeChanged RESOLVED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 15:50 emma rests RESOLVED",
            "Mon 16:00 zoe rests RESOLVED");
  }

  @Test
  void reopened_on_sunday_what_travels_is_assigned_anew() {
    Case it = globe.opens("Fri 10:00", SEV2);
    it.resolved("Fri 15:00");
    it.reopened("Sun 18:00");
    globe.goTo("Sun 19:00");
    assertThat(globe.chronicle().told(it, "Fri 15:00"))
        .containsExactly(
            "Fri 15:00 RegimeChanged RESOLVED",
            "Sun 18:00 RegimeChanged FOLLOW_THE_SUN in EMEA",
            "Sun 18:00 Transferred zoe ASSIGNED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends", "Fri 15:00 emma rests RESOLVED", "Sun 18:00 zoe attends");
  }

  @Test
  void reopened_on_sunday_what_lives_at_home_rests_until_monday() {
    Case it = globe.opens("Fri 10:00", SEV3);
    it.resolved("Fri 15:00");
    it.reopened("Sun 18:00");
    globe.goTo("Mon+ 09:00");
    assertThat(globe.chronicle().told(it, "Sun 00:00"))
        .containsExactly("Sun 18:00 RegimeChanged HOME_REGION in EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends",
            "Fri 15:00 emma rests RESOLVED",
            "Sun 18:00 emma rests HOME_HOURS",
            "Mon+ 08:00 emma attends");
  }

  @Test
  void reopened_on_sunday_by_whose_tam_is_away_next_week_it_waits_for_the_next_at_home() {
    globe.change("Fri 09:00", t -> t.leave("emma", globe.at("Mon+ 00:00"), globe.at("Sun+ 00:00")));
    Case it = globe.opens("Fri 10:00", SEV3);
    it.resolved("Fri 15:00");
    it.reopened("Sun 18:00");
    globe.accept("Mon+ 07:40", it, "eric");
    globe.goTo("Mon+ 09:00");
    assertThat(globe.chronicle().told(it, "Sun 00:00"))
        .containsExactly(
            "Sun 18:00 RegimeChanged HOME_REGION in EMEA",
            "Sun 18:00 WaitingForCoverage EMEA",
            "Mon+ 07:30 Offered eric",
            "Mon+ 07:40 Accepted eric",
            "Mon+ 07:40 Transferred eric HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Fri 10:00 emma attends",
            "Fri 15:00 emma rests RESOLVED",
            "Sun 18:00 emma rests HOME_HOURS",
            "Mon+ 08:00 eric attends");
  }

  @Test
  void reopened_while_its_tam_is_on_duty_it_stays_theirs() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.resolved("Mon 12:00");
    it.reopened("Tue 10:00");
    globe.goTo("Tue 11:00");
    assertThat(globe.chronicle().told(it, "Tue 00:00"))
        .containsExactly("Tue 10:00 RegimeChanged FOLLOW_THE_SUN in EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 12:00 emma rests RESOLVED", "Tue 10:00 emma attends");
  }

  @Test
  void resolved_while_its_handoff_at_home_waits_that_is_cancelled() {
    globe.change("Mon 06:00", t -> t.leave("emma", globe.at("Tue 00:00"), globe.at("Tue+ 00:00")));
    Case it = globe.opens("Mon 10:00", SEV3);
    it.resolved("Mon 22:00");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().told(it, "Mon 11:00"))
        .containsExactly(
            "Mon 16:00 WaitingForCoverage EMEA",
            "Mon 22:00 RegimeChanged RESOLVED",
            "Mon 22:00 Cancelled RESOLVED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Mon 22:00 emma rests RESOLVED");
  }

  @Test
  void raised_while_resolved_it_goes_on_to_rest() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.resolved("Mon 12:00");
    it.becomes("Mon 22:00", SEV1);
    globe.goTo("Tue 01:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly("Mon 10:00 emma attends", "Mon 12:00 emma rests RESOLVED");
  }

  @Test
  void reopened_before_the_end_of_the_shift_in_which_it_was_resolved_it_is_offered_again() {
    Case it = globe.opens("Mon 10:00", SEV2);
    it.resolved("Mon 15:40");
    it.reopened("Mon 15:50");
    globe.accept("Mon 15:55", it, "zoe");
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(it, "Mon 15:50"))
        .containsExactly(
            "Mon 15:50 RegimeChanged FOLLOW_THE_SUN in EMEA",
            "Mon 15:50 Offered zoe",
            "Mon 15:55 Accepted zoe",
            "Mon 15:55 Transferred zoe HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 15:40 emma rests RESOLVED",
            "Mon 15:50 emma attends",
            "Mon 16:00 zoe attends");
  }
}
