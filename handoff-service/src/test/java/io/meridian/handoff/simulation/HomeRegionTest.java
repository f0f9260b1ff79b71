package io.meridian.handoff.simulation;

import static io.meridian.events.ServiceHours.HOME_REGION;
import static io.meridian.events.Severity.SEV3;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which region is home, and what becomes of it when that changes or its TAM does. */
class HomeRegionTest {
  private final Globe globe = new Globe(Team.usual());

  @AfterEach
  void no_invariant_is_broken() {
    assertThat(globe.violations()).isEmpty();
  }

  private Case opened(String words, @Nullable UUID customer, @Nullable String home) {
    return Case.opened(globe, words, SEV3, HOME_REGION, customer, home);
  }

  @Test
  void without_a_customer_it_lives_where_it_is_assigned() {
    Case it = opened("Mon 02:00", null, null);
    globe.goTo("Tue 01:00");
    assertThat(globe.house.tables.home(it.id()).region()).isEqualTo("APAC");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 02:00 ken attends", "Mon 08:00 ken rests HOME_HOURS", "Tue 00:00 ken attends");
  }

  @Test
  void of_a_customer_whose_home_region_the_calendar_does_not_know_it_lives_where_it_is_assigned() {
    Case it = opened("Mon 18:00", globe.customerFromMars(), "MARS");
    globe.goTo("Tue 17:00");
    assertThat(globe.house.tables.home(it.id()).region()).isEqualTo("AMER");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 18:00 zoe attends", "Tue 00:00 zoe rests HOME_HOURS", "Tue 16:00 zoe attends");
  }

  @Test
  void the_customers_entry_edited_it_lives_where_it_did() {
    Case it = opened("Mon 10:00", globe.customer(), null);
    globe.edit(globe.customer(), "AMER");
    it.resolved("Mon 12:00");
    it.reopened("Mon 13:00");
    globe.goTo("Tue 09:00");
    assertThat(globe.house.tables.home(it.id()).region()).isEqualTo("EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 12:00 emma rests RESOLVED",
            "Mon 13:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void moved_to_another_home_region_by_an_act_it_is_handed_over_there_when_its_tam_goes() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.livesIn("Mon 12:00", "AMER");
    globe.accept("Mon 15:40", it, "zoe");
    globe.goTo("Mon 17:00");
    assertThat(globe.chronicle().told(it, "Mon 12:00"))
        .containsExactly(
            "Mon 12:00 RegimeChanged HOME_REGION in AMER",
            "Mon 15:30 Offered zoe",
            "Mon 15:40 Accepted zoe",
            "Mon 15:40 Transferred zoe HANDOFF");
  }

  @Test
  void moved_by_an_act_while_it_rests_to_a_region_that_works_it_is_assigned_anew_there() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.livesIn("Mon 20:00", "AMER");
    globe.goTo("Mon 21:00");
    assertThat(globe.chronicle().told(it, "Mon 20:00"))
        .containsExactly(
            "Mon 20:00 RegimeChanged HOME_REGION in AMER", "Mon 20:00 Transferred zoe ASSIGNED");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Mon 20:00 zoe attends");
  }

  @Test
  void its_tam_transferred_to_another_region_it_stays_at_home_and_goes_to_the_next_there() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.change("Mon 20:00", t -> t.transfer("emma", "APAC"));
    globe.accept("Tue 07:40", it, "eric");
    globe.goTo("Tue 09:00");
    assertThat(globe.house.tables.home(it.id()).region()).isEqualTo("EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 eric attends");
  }

  @Test
  void reassigned_to_somebody_abroad_they_attend_it_and_then_it_goes_home() {
    Case it = globe.opens("Mon 10:00", SEV3);
    globe.reassign("Mon 20:00", it, "zoe");
    globe.accept("Tue 07:40", it, "emma");
    globe.goTo("Tue 09:00");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends",
            "Mon 16:00 emma rests HOME_HOURS",
            "Mon 20:00 zoe attends",
            "Tue 00:00 zoe rests HOME_HOURS",
            "Tue 08:00 emma attends");
  }

  @Test
  void moved_by_an_act_while_it_rests_to_a_region_that_sleeps_it_waits_for_its_morning() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.livesIn("Mon 20:00", "APAC");
    globe.accept("Mon 23:40", it, "ken");
    globe.goTo("Tue 01:00");
    assertThat(globe.chronicle().told(it, "Mon 20:00"))
        .containsExactly(
            "Mon 20:00 RegimeChanged HOME_REGION in APAC",
            "Mon 20:00 WaitingForCoverage APAC",
            "Mon 23:30 Offered ken",
            "Mon 23:40 Accepted ken",
            "Mon 23:40 Transferred ken HANDOFF");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 00:00 ken attends");
  }

  @Test
  void moved_by_an_act_to_a_region_that_nobody_knows_it_lives_where_it_did() {
    Case it = globe.opens("Mon 10:00", SEV3);
    it.livesIn("Mon 12:00", "MARS");
    globe.goTo("Tue 09:00");
    assertThat(globe.house.tables.home(it.id()).region()).isEqualTo("EMEA");
    assertThat(globe.chronicle().ledger(it))
        .containsExactly(
            "Mon 10:00 emma attends", "Mon 16:00 emma rests HOME_HOURS", "Tue 08:00 emma attends");
  }
}
