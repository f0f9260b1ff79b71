package io.meridian.handoff.domain.handoff;

import static io.meridian.handoff.domain.duty.OnCall.at;
import static io.meridian.handoff.domain.duty.OnCall.roster;
import static io.meridian.handoff.domain.duty.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.CancelReason;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.handoff.Decision.Refusal;
import io.meridian.handoff.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.domain.shiftchange.ShiftChange;
import io.meridian.handoff.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.domain.shiftchange.Terms;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
  private static final ShiftChange CHANGE =
      new ShiftChanges(
              roster(
                  shift("EMEA", "07:00", "15:00", "emma"),
                  shift("AMER", "15:00", "23:00", "zoe", "adam")),
              Terms.DEFAULT)
          .at("emma", "EMEA", at("15:00"))
          .orElseThrow();
  private static final UUID ESCALATION = new UUID(1, 1);

  private static Handoff draft() {
    return Handoff.draft(Passage.of(CHANGE, ESCALATION, "emma", 0), at("14:30"));
  }

  private static Handoff offered() {
    return draft()
        .offer(new Stage.Drafted(), new Choice("zoe", "least loaded"), at("14:30"), at("15:15"));
  }

  private static Handoff withLead() {
    Handoff offered = offered();
    return offered.escalate(
        (Stage.Offered) offered.stage(),
        new Handoff.Ending(Outcome.EXPIRED, "too late"),
        "leo",
        at("15:15"));
  }

  private static Decision accept(Handoff handoff, String by, String time) {
    return accept(handoff, by, time, Severity.SEV3, null, false);
  }

  private static Decision accept(
      Handoff handoff, String by, String time, Severity severity, String words, boolean onDuty) {
    return Answers.accept(
        handoff, new Answers.Accept(by, at(time), words, severity, onDuty, at("23:00")));
  }

  private static Acceptance taken(Decision decision) {
    return ((Decision.Taken) decision).acceptance();
  }

  private static Refusal refused(Decision decision) {
    return ((Decision.Refused) decision).refusal();
  }

  @Test
  void an_early_acceptance_takes_effect_when_the_incoming_shift_starts() {
    Acceptance acceptance = taken(accept(offered(), "zoe", "14:40"));
    assertThat(acceptance.effectiveFrom()).isEqualTo(at("15:00"));
    assertThat(acceptance.basis()).isEqualTo(AccountabilityBasis.HANDOFF);
    assertThat(acceptance.holdUntil()).isNull();
  }

  @Test
  void a_late_acceptance_takes_effect_at_once() {
    assertThat(taken(accept(offered(), "zoe", "15:07")).effectiveFrom()).isEqualTo(at("15:07"));
  }

  @Test
  void a_repeat_changes_nothing_and_another_one_comes_too_late() {
    Handoff accepted = ((Decision.Taken) accept(offered(), "zoe", "14:40")).after();
    assertThat(accept(accepted, "zoe", "14:41")).isEqualTo(new Decision.Unchanged(accepted));
    assertThat(refused(accept(accepted, "adam", "14:41"))).isEqualTo(Refusal.FINISHED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Severity.class,
      names = {"SEV1", "SEV2"})
  void severe_escalations_need_a_read_back(Severity severity) {
    assertThat(refused(accept(offered(), "zoe", "14:40", severity, null, false)))
        .isEqualTo(Refusal.READ_BACK_MISSING);
    assertThat(refused(accept(offered(), "zoe", "14:40", severity, "  ", false)))
        .isEqualTo(Refusal.READ_BACK_MISSING);
    assertThat(accept(offered(), "zoe", "14:40", severity, "checkout down", false))
        .isInstanceOf(Decision.Taken.class);
  }

  @Test
  void somebody_else_must_be_on_duty_there_and_the_outgoing_tam_never_takes_it() {
    assertThat(refused(accept(offered(), "adam", "15:01"))).isEqualTo(Refusal.NOT_YOURS);
    assertThat(accept(offered(), "adam", "15:01", Severity.SEV3, null, true))
        .isInstanceOf(Decision.Taken.class);
    assertThat(refused(accept(offered(), "emma", "15:01", Severity.SEV3, null, true)))
        .isEqualTo(Refusal.NOT_YOURS);
  }

  @Test
  void a_pick_up_is_told_as_two_attempts() {
    Decision decision = accept(offered(), "adam", "15:01", Severity.SEV3, null, true);
    assertThat(((Decision.Taken) decision).after().attempts())
        .extracting(Attempt::tam, Attempt::outcome)
        .containsExactly(tuple("zoe", Outcome.MOVED), tuple("adam", Outcome.ACCEPTED));
  }

  @Test
  void a_lead_holds_it_until_the_incoming_shift_ends() {
    Acceptance acceptance = taken(accept(withLead(), "leo", "15:20"));
    assertThat(acceptance.basis()).isEqualTo(AccountabilityBasis.LEAD);
    assertThat(acceptance.holdUntil()).isEqualTo(at("23:00"));
  }

  @Test
  void with_the_lead_somebody_on_duty_may_still_take_it_as_an_ordinary_handoff() {
    Acceptance acceptance = taken(accept(withLead(), "zoe", "15:20", Severity.SEV3, null, true));
    assertThat(acceptance.basis()).isEqualTo(AccountabilityBasis.HANDOFF);
    assertThat(acceptance.holdUntil()).isNull();
  }

  @Test
  void what_waits_for_coverage_or_is_cancelled_cannot_be_accepted() {
    Handoff waiting = draft().await(new Stage.Drafted(), at("15:00"));
    assertThat(refused(accept(waiting, "zoe", "15:01"))).isEqualTo(Refusal.NOT_OFFERED);
    Handoff cancelled = waiting.cancel(new Stage.Waiting(), CancelReason.CLOSED, at("15:02"));
    assertThat(refused(accept(cancelled, "zoe", "15:03"))).isEqualTo(Refusal.FINISHED);
  }

  private static Decision decline(Handoff handoff, String by, Optional<Choice> next) {
    return Answers.decline(
        handoff, new Answers.Decline(by, at("14:40"), "on another SEV1", next, "leo", at("15:15")));
  }

  @Test
  void a_decline_asks_the_next_candidate_and_after_the_last_one_the_lead() {
    Handoff next =
        ((Decision.Moved) decline(offered(), "zoe", Optional.of(new Choice("adam", "next"))))
            .after();
    assertThat(next.to()).isEqualTo("adam");
    assertThat(next.stage().status()).isEqualTo(HandoffStatus.OFFERED);
    Handoff last = ((Decision.Moved) decline(next, "adam", Optional.empty())).after();
    assertThat(last.to()).isEqualTo("leo");
    assertThat(last.stage().status()).isEqualTo(HandoffStatus.ESCALATED_TO_LEAD);
    assertThat(last.revision()).isEqualTo(3);
  }

  @Test
  void only_who_is_asked_declines_once_and_a_lead_never() {
    assertThat(refused(decline(offered(), "adam", Optional.empty()))).isEqualTo(Refusal.NOT_YOURS);
    Handoff next =
        ((Decision.Moved) decline(offered(), "zoe", Optional.of(new Choice("adam", "next"))))
            .after();
    assertThat(decline(next, "zoe", Optional.empty())).isEqualTo(new Decision.Unchanged(next));
    assertThat(refused(decline(withLead(), "leo", Optional.empty())))
        .isEqualTo(Refusal.LAST_IN_LINE);
  }

  @Test
  void an_acceptance_is_taken_back_only_before_it_takes_effect() {
    Handoff accepted = ((Decision.Taken) accept(offered(), "zoe", "14:40")).after();
    Stage.Accepted stage = (Stage.Accepted) accepted.stage();
    assertThat(accepted.annul(stage, CancelReason.CLOSED, at("14:59"), at("14:59")).stage())
        .isInstanceOf(Stage.Cancelled.class);
    assertThat(accepted.annul(stage, CancelReason.CLOSED, at("15:00"), at("15:00")))
        .isEqualTo(accepted);
  }

  @Test
  void ids_are_derived_and_a_second_handoff_at_the_same_shift_change_has_another() {
    assertThat(Passage.of(CHANGE, ESCALATION, "emma", 0).id())
        .isEqualTo(Passage.of(CHANGE, ESCALATION, "noah", 0).id())
        .isNotEqualTo(Passage.of(CHANGE, ESCALATION, "noah", 1).id())
        .isNotEqualTo(Passage.of(CHANGE, new UUID(1, 2), "emma", 0).id());
  }

  private static Decision assign(Handoff handoff, String by, boolean manager, boolean onDuty) {
    return Answers.assign(
        handoff, new Answers.Assign(by, manager, "adam", at("15:20"), "knows it", onDuty));
  }

  @Test
  void the_lead_who_is_asked_or_a_manager_gives_it_to_somebody_on_duty_and_nobody_else_does() {
    Acceptance given = ((Decision.Taken) assign(withLead(), "leo", false, true)).acceptance();
    assertThat(given.by()).isEqualTo("adam");
    assertThat(given.basis()).isEqualTo(AccountabilityBasis.REASSIGNED);
    assertThat(given.holdUntil()).isNull();
    assertThat(assign(offered(), "boss", true, true)).isInstanceOf(Decision.Taken.class);
    assertThat(refused(assign(withLead(), "ivy", false, true))).isEqualTo(Refusal.NOT_THE_LEAD);
    assertThat(refused(assign(offered(), "leo", false, true))).isEqualTo(Refusal.NOT_THE_LEAD);
    assertThat(refused(assign(withLead(), "leo", false, false))).isEqualTo(Refusal.NOT_ON_DUTY);
  }
}
