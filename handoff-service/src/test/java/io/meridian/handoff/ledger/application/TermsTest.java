package io.meridian.handoff.ledger.application;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.handoff.ledger.domain.Accountability;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger goes by the same durations as the engine: the configured ones. */
class TermsTest {

  private static final Roster TWO_SHIFTS =
      roster(shift("EMEA", "07:00", "15:00", "emma"), shift("AMER", "15:00", "23:00", "bob"));

  @Test
  void what_is_configured_by_default_are_the_laws_durations() {
    assertThat(config("PT30M").terms()).isEqualTo(Terms.DEFAULT);
    assertThat(
            new SmallRyeConfigBuilder()
                .withMapping(HandoffConfig.class)
                .build()
                .getConfigMapping(HandoffConfig.class)
                .terms())
        .isEqualTo(Terms.DEFAULT);
  }

  @Test
  void an_opening_concerns_the_handoffs_from_the_configured_preparation_on() {
    Accountability atOneOClock =
        new Accountability(
            "emma", "EMEA", at("13:00"), null, AccountabilityBasis.ASSIGNED, null, null);
    assertThat(readiness("PT30M").concernsHandoffs(atOneOClock, null)).isFalse();
    assertThat(readiness("PT2H").concernsHandoffs(atOneOClock, null)).isTrue();
  }

  @Test
  void the_ledgers_planner_has_the_configured_durations() {
    var change = basis("PT2H").planner().at("emma", "EMEA", at("15:00")).orElseThrow();
    assertThat(change.prepareAt()).isEqualTo(at("13:00"));
    assertThat(change.acceptBy()).isEqualTo(at("15:00").plus(Duration.ofMinutes(15)));
  }

  private static Readiness readiness(String lead) {
    return new Readiness(basis(lead), at("13:00"));
  }

  private static DecisionBasis basis(String lead) {
    return new DecisionBasis(null, TWO_SHIFTS, config(lead).terms(), Stays.NONE, List.of());
  }

  private static HandoffConfig config(String lead) {
    return new SmallRyeConfigBuilder()
        .withMapping(HandoffConfig.class)
        .withDefaultValue("meridian.handoff.lead", lead)
        .build()
        .getConfigMapping(HandoffConfig.class);
  }
}
