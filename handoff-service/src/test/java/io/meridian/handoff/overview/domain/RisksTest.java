package io.meridian.handoff.overview.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.CoverageGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What can go wrong, from what is known. */
class RisksTest {
  private static final Person EMMA = new Person("emma", "Emma");
  private static final Person ZOE = new Person("zoe", "Zoe");

  private static HandoffState offered(HandoffStatus status, Instant acceptBy) {
    return new HandoffState(
        new UUID(1, 1),
        new UUID(2, 2),
        new UUID(3, 3),
        "ESC-7",
        Severity.SEV2,
        status,
        EMMA,
        "EMEA",
        ZOE,
        "AMER",
        at("15:00"),
        at("14:30"),
        at("15:00"),
        acceptBy,
        null,
        null,
        Duration.ZERO,
        List.of(),
        null,
        1,
        at("14:30"));
  }

  private static List<Risk> offerAt(String now, HandoffStatus status) {
    return new Risks(at(now)).unaccepted(offered(status, at("15:15"))).soonest(9);
  }

  @Test
  void an_offer_is_at_risk_from_five_minutes_before_its_deadline_on() {
    assertThat(offerAt("15:09", HandoffStatus.OFFERED)).isEmpty();
    assertThat(offerAt("15:10", HandoffStatus.OFFERED))
        .containsExactly(
            new Risk(
                Risk.Kind.UNACCEPTED,
                at("15:15"),
                null,
                "ESC-7: Zoe has not accepted it",
                "zoe",
                new UUID(1, 1)));
    assertThat(offerAt("15:30", HandoffStatus.ESCALATED_TO_LEAD)).hasSize(1);
    assertThat(offerAt("15:30", HandoffStatus.ACCEPTED)).isEmpty();
  }

  @Test
  void a_shift_that_nobody_holds_is_a_risk_and_a_held_one_is_none() {
    Risks risks = new Risks(at("14:00"));
    risks.emptyShift(shift("AMER", "15:00", "23:00", "zoe"));
    risks.emptyShift(shift("AMER", "15:00", "23:00", null));
    assertThat(risks.soonest(9))
        .extracting(Risk::kind, Risk::at, Risk::until)
        .containsExactly(tuple(Risk.Kind.EMPTY_SHIFT, at("15:00"), at("23:00")));
  }

  @Test
  void whoever_cannot_be_reached_is_a_risk_from_now_or_from_the_start_of_their_shift_on() {
    Risks risks = new Risks(at("16:00"));
    risks.unreachable(ZOE, shift("AMER", "15:00", "23:00", "zoe"));
    risks.unreachable(EMMA, shift("EMEA", "+07:00", "+15:00", "emma"));
    assertThat(risks.soonest(9)).extracting(Risk::at).containsExactly(at("16:00"), at("+07:00"));
  }

  @Test
  void holes_count_that_are_to_come_long_enough_and_agreed_to_by_nobody() {
    Risks risks = new Risks(at("12:00"));
    var cause = CoverageGap.Cause.CLOCK_CHANGE;
    risks.holes(
        List.of(
            new CoverageGap(at("22:00"), at("23:00"), cause),
            new CoverageGap(at("10:00"), at("12:00"), cause),
            new CoverageGap(at("13:00"), at("13:00").plusSeconds(1), cause),
            new CoverageGap(at("20:00"), at("21:00"), cause, new UUID(4, 4))),
        Duration.ofSeconds(5));
    assertThat(risks.soonest(9))
        .extracting(Risk::at, Risk::detail)
        .containsExactly(tuple(at("22:00"), "No primary is on duty anywhere: clock change"));
  }

  @Test
  void the_soonest_are_told_when_there_are_many() {
    Risks risks = new Risks(at("12:00"));
    risks.unreachable(EMMA, shift("EMEA", "+07:00", "+15:00", "emma"));
    risks.emptyShift(shift("AMER", "15:00", "23:00", null));
    assertThat(risks.soonest(1)).extracting(Risk::kind).containsExactly(Risk.Kind.EMPTY_SHIFT);
  }
}
