package io.meridian.handoff.watch.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.events.WatchState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long an item lives, and whom it concerns. */
class WatchItemTest {
  private static final WatchItem ITEM =
      new WatchItem(
          new UUID(1, 1),
          new UUID(2, 2),
          "migration",
          "call",
          at("18:00"),
          at("22:00"),
          "emma",
          at("09:00"),
          null,
          1);

  @Test
  void it_lives_from_when_it_is_made_until_its_end() {
    assertThat(ITEM.isAlive(at("09:00"))).isTrue();
    assertThat(ITEM.isAlive(at("22:00"))).isFalse();
    assertThat(ITEM.state()).isEqualTo(WatchState.WATCHED);
  }

  @Test
  void it_concerns_those_who_are_on_duty_while_it_is_to_be_watched() {
    assertThat(ITEM.concerns(at("07:00"), at("15:00"))).isFalse();
    assertThat(ITEM.concerns(at("07:00"), at("18:00"))).isFalse();
    assertThat(ITEM.concerns(at("15:00"), at("23:00"))).isTrue();
    assertThat(ITEM.concerns(at("22:00"), at("+07:00"))).isFalse();
  }

  @Test
  void withdrawn_or_escalated_it_lives_no_more() {
    WatchItem gone = ITEM.withdrawn("noah", at("12:00"));
    assertThat(gone.isAlive(at("12:00"))).isFalse();
    assertThat(gone.concerns(at("15:00"), at("23:00"))).isFalse();
    assertThat(gone.state()).isEqualTo(WatchState.WITHDRAWN);
    WatchItem happened = ITEM.escalated("noah", Severity.SEV1, at("19:00"));
    assertThat(happened.state()).isEqualTo(WatchState.ESCALATED);
    assertThat(happened.revision()).isEqualTo(2);
  }
}
