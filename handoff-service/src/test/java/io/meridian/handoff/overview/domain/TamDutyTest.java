package io.meridian.handoff.overview.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Rotation.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.overview.domain.TamDuty.Mate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where somebody stands in the roster. */
class TamDutyTest {
  private static final Roster DAY =
      roster(
          shift("EMEA", "07:00", "11:00", "emma", "noah"),
          shift("EMEA", "11:00", "15:00", "emma"),
          shift("AMER", "15:00", "23:00", "zoe", "adam"),
          shift("EMEA", "+07:00", "+15:00", "emma"));

  @Test
  void shifts_that_touch_are_one_duty_and_the_next_one_comes_after_it() {
    TamDuty duty = TamDuty.of(DAY, "emma", at("09:00"));

    TamDuty.Place now = requireNonNull(duty.now());
    assertThat(now.shift().end()).isEqualTo(at("11:00"));
    assertThat(now.until()).isEqualTo(at("15:00"));
    assertThat(now.tier()).isEqualTo(Tier.PRIMARY);
    assertThat(now.with()).containsExactly(new Mate("noah", Tier.SECONDARY));
    assertThat(requireNonNull(duty.next()).shift().start()).isEqualTo(at("+07:00"));
    assertThat(requireNonNull(duty.leaving()).end()).isEqualTo(at("15:00"));
  }

  @Test
  void off_duty_the_next_duty_is_the_one_to_hand_over_at() {
    TamDuty duty = TamDuty.of(DAY, "adam", at("14:58"));

    assertThat(duty.now()).isNull();
    TamDuty.Place next = requireNonNull(duty.next());
    assertThat(next.tier()).isEqualTo(Tier.SECONDARY);
    assertThat(next.with()).containsExactly(new Mate("zoe", Tier.PRIMARY));
    assertThat(duty.leaving()).extracting(Duty::end).isEqualTo(at("23:00"));
  }

  @Test
  void who_is_on_no_roster_has_neither_shift_nor_duty() {
    assertThat(TamDuty.of(DAY, "lena", at("09:00"))).isEqualTo(new TamDuty(null, null, null));
  }

  @Test
  void a_shadow_sees_the_shift_and_hands_nothing_over() {
    Shift led = shift("EMEA", "07:00", "15:00", "emma");
    Shift shadowed =
        new Shift(
            led.id(),
            led.region(),
            led.start(),
            led.end(),
            led.slotStart(),
            led.slotEnd(),
            led.zone(),
            led.primary(),
            null,
            List.of("nina"),
            led.pattern(),
            null,
            null);

    TamDuty duty = TamDuty.of(roster(shadowed), "nina", at("09:00"));

    assertThat(requireNonNull(duty.now()).tier()).isEqualTo(Tier.SHADOW);
    assertThat(duty.leaving()).isNull();
  }

  @Test
  void of_two_shifts_at_once_the_one_that_goes_on_longer_is_shown() {
    Roster both =
        roster(
            shift("EMEA", "07:00", "15:00", "emma"),
            shift("AMER", "08:00", "16:00", "zoe", "emma"));
    assertThat(requireNonNull(TamDuty.of(both, "emma", at("09:00")).now()).shift().region())
        .isEqualTo("AMER");
  }
}
