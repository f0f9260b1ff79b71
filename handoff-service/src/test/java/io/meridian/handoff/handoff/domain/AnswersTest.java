package io.meridian.handoff.handoff.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.CancelReason;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.domain.Decision.Refusal;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  private static final String TITLE = "Checkout is down for all of EMEA";
  private static final String WORDS = "rolled back; the vendor calls at four";
  private static final UUID ESCALATION = new UUID(1, 1);

  private static Handoff draft() {
    return Handoff.draft(HandoffPlan.of(CHANGE, ESCALATION, "emma", 0), at("14:30"));
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
    return accept(handoff, by, time, severity, words, onDuty, Manner.ALONE);
  }

  private static Decision accept(
      Handoff handoff,
      String by,
      String time,
      Severity severity,
      String words,
      boolean onDuty,
      Manner manner) {
    return Answers.accept(
        handoff,
        new Answers.Accept(
            by, at(time), words, List.of(), manner, severity, TITLE, onDuty, at("23:00")));
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
    assertThat(accept(offered(), "zoe", "14:40", severity, WORDS, false))
        .isInstanceOf(Decision.Taken.class);
  }

  @ParameterizedTest
  @CsvSource({
    "understood, READ_BACK_SHORT",
    "'  on     it  now   ', READ_BACK_SHORT",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀, READ_BACK_SHORT",
    "..............................., READ_BACK_SHORT",
    "checkout is down for all of EMEA, READ_BACK_IS_TITLE",
    "'Checkout  is down, for all of EMEA.', READ_BACK_IS_TITLE"
  })
  void a_read_back_is_fifteen_characters_of_ones_own_words(String words, Refusal refusal) {
    assertThat(refused(accept(offered(), "zoe", "14:40", Severity.SEV1, words, false)))
        .isEqualTo(refusal);
    assertThat(accept(offered(), "zoe", "14:40", Severity.SEV3, words, false))
        .isInstanceOf(Decision.Taken.class);
  }

  @Test
  void fifteen_code_points_are_enough() {
    assertThat(accept(offered(), "zoe", "14:40", Severity.SEV1, "I take it now 👍👍", false))
        .isInstanceOf(Decision.Taken.class);
  }

  @Test
  void many_at_once_are_accepted_at_severities_three_and_four_alone() {
    assertThat(
            refused(
                accept(offered(), "zoe", "14:40", Severity.SEV2, WORDS, false, Manner.TOGETHER)))
        .isEqualTo(Refusal.ONE_BY_ONE);
    Decision mild = accept(offered(), "zoe", "14:40", Severity.SEV3, null, false, Manner.TOGETHER);
    assertThat(mild).isInstanceOf(Decision.Taken.class);
    Handoff taken = ((Decision.Taken) mild).after();
    assertThat(accept(taken, "zoe", "14:41", Severity.SEV1, null, false, Manner.TOGETHER))
        .isEqualTo(new Decision.Unchanged(taken));
  }

  @Test
  void what_is_not_taken_on_is_kept_with_its_owner() {
    Action rollback = new Action("confirm the rollback", "adam", null);
    Action vendor = new Action("call the vendor", "emma", at("16:00"));
    Takes takes = new Takes(List.of(" confirm the rollback "));
    assertThat(takes.unknown(List.of(rollback, vendor))).isEmpty();
    assertThat(takes.unknown(List.of(vendor))).contains(0);
    List<Action> left = takes.left(List.of(rollback, vendor));
    Decision decision =
        Answers.accept(
            offered(),
            new Answers.Accept(
                "zoe",
                at("14:40"),
                WORDS,
                left,
                Manner.ALONE,
                Severity.SEV1,
                TITLE,
                false,
                at("23:00")));
    assertThat(((Stage.Taken) ((Decision.Taken) decision).after().stage()).left())
        .containsExactly(vendor);
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
    assertThat(HandoffPlan.of(CHANGE, ESCALATION, "emma", 0).id())
        .isEqualTo(HandoffPlan.of(CHANGE, ESCALATION, "noah", 0).id())
        .isNotEqualTo(HandoffPlan.of(CHANGE, ESCALATION, "noah", 1).id())
        .isNotEqualTo(HandoffPlan.of(CHANGE, new UUID(1, 2), "emma", 0).id());
  }

  private static Decision assign(Handoff handoff, String by, boolean entitled, boolean onDuty) {
    return assign(handoff, by, entitled, "15:20", onDuty, onDuty);
  }

  private static Decision assign(
      Handoff handoff, String by, boolean entitled, String time, boolean now, boolean then) {
    return Answers.assign(
        handoff, new Answers.Assign(by, entitled, "adam", at(time), "knows it", now, then));
  }

  private static Handoff assigned() {
    return ((Decision.Taken) assign(withLead(), "leo", false, true)).after();
  }

  @Test
  void whom_a_lead_assigns_has_it_at_once_in_a_state_that_names_the_lead() {
    Stage.AssignedByLead stage = (Stage.AssignedByLead) assigned().stage();
    assertThat(stage.status()).isEqualTo(HandoffStatus.ASSIGNED_BY_LEAD);
    assertThat(stage.by()).isEqualTo("adam");
    assertThat(stage.lead()).isEqualTo("leo");
    assertThat(stage.basis()).isEqualTo(AccountabilityBasis.REASSIGNED);
    assertThat(stage.effectiveFrom()).isEqualTo(at("15:20"));
    assertThat(stage.readBack()).isNull();
  }

  @Test
  void at_once_is_before_the_shift_for_who_is_on_duty_there_and_its_start_for_who_comes_then() {
    assertThat(taken(assign(offered(), "boss", true, "14:40", true, true)).effectiveFrom())
        .isEqualTo(at("14:40"));
    assertThat(taken(assign(offered(), "boss", true, "14:40", false, true)).effectiveFrom())
        .isEqualTo(at("15:00"));
  }

  @Test
  void whom_a_lead_assigned_reads_back_once_and_everybody_else_comes_too_late() {
    assertThat(refused(accept(assigned(), "adam", "15:21", Severity.SEV1, null, true)))
        .isEqualTo(Refusal.READ_BACK_MISSING);
    assertThat(refused(accept(assigned(), "zoe", "15:21", Severity.SEV1, WORDS, true)))
        .isEqualTo(Refusal.FINISHED);
    Handoff heard =
        ((Decision.ReadBackGiven) accept(assigned(), "adam", "15:21", Severity.SEV1, WORDS, true))
            .after();
    assertThat(((Stage.AssignedByLead) heard.stage()).readBack()).isEqualTo(WORDS);
    assertThat(heard.revision()).isEqualTo(assigned().revision() + 1);
    assertThat(accept(heard, "adam", "15:22", Severity.SEV1, WORDS, true))
        .isEqualTo(new Decision.Unchanged(heard));
    assertThat(refused(accept(heard, "adam", "15:22", Severity.SEV1, WORDS + "!", true)))
        .isEqualTo(Refusal.FINISHED);
  }

  @Test
  void a_mild_one_that_a_lead_assigned_owes_no_words() {
    Handoff mild = assigned();
    assertThat(accept(mild, "adam", "15:21", Severity.SEV3, null, true))
        .isEqualTo(new Decision.Unchanged(mild));
    assertThat(accept(mild, "adam", "15:21", Severity.SEV3, "ok", true))
        .isInstanceOf(Decision.ReadBackGiven.class);
  }

  @Test
  void
      the_lead_who_is_asked_or_who_is_entitled_gives_it_to_somebody_on_duty_and_nobody_else_does() {
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
