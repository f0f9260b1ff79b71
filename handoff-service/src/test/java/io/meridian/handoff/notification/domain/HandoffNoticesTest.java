package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.BriefingStatus;
import io.meridian.events.GapCause;
import io.meridian.events.GapState;
import io.meridian.events.HandoffAction;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffAttempt.Outcome;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.HandoffStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told what, by the law of handoffs. */
class HandoffNoticesTest {
  private static final Instant BOUNDARY = Instant.parse("2026-03-09T15:00:00Z");
  private static final Instant PREPARED = Instant.parse("2026-03-09T14:30:00Z");
  private static final Person EMMA = new Person("emma", "Emma");
  private static final Person ZOE = new Person("zoe", "Zoe");
  private static final Person ADAM = new Person("adam", "Adam");
  private static final Person LEO = new Person("leo", "Leo");
  private static final UUID HANDOFF = UUID.randomUUID();
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  private final HandoffNotices notices = new HandoffNotices(PATIENCE, owner -> Optional.empty());

  @Test
  void an_offer_before_the_shift_tells_both_sides_and_plans_a_reminder() {
    var told = notices.of(new HandoffEvent.Offered(List.of(offered(ZOE, PREPARED, pending(ZOE)))));
    assertThat(told)
        .extracting(Notice::kind, Notice::recipient, Notice::notBefore)
        .containsExactly(
            row(NotificationKind.PREPARE, "emma", PREPARED.plusMillis(100)),
            row(NotificationKind.INCOMPLETE, "emma", Instant.parse("2026-03-09T14:50:00Z")),
            row(NotificationKind.INCOMING, "zoe", PREPARED.plusMillis(100)),
            row(NotificationKind.REMINDER, "zoe", Instant.parse("2026-03-09T15:10:00Z")));
    assertThat(told.getFirst().line().note()).isEqualTo("customer contact, next action");
  }

  @Test
  void an_edit_that_leaves_something_out_plans_the_same_reminder_and_a_late_one_none() {
    HandoffState briefed = offered(ZOE, PREPARED, pending(ZOE));
    assertThat(notices.of(new HandoffEvent.Briefed(List.of(briefed))))
        .extracting(Notice::kind, Notice::recipient, Notice::subject)
        .containsExactly(row(NotificationKind.INCOMPLETE, "emma", HANDOFF));
    Instant late = Instant.parse("2026-03-09T14:55:00Z");
    HandoffState edited = offered(ZOE, late, pending(ZOE));
    assertThat(notices.of(new HandoffEvent.Briefed(List.of(edited)))).isEmpty();
  }

  @Test
  void another_severity_plans_the_same_reminder_and_minutes_before_the_boundary_tells_at_once() {
    HandoffState regraded = offered(ZOE, PREPARED, pending(ZOE));
    assertThat(notices.of(new HandoffEvent.Regraded(List.of(regraded))))
        .extracting(Notice::kind, Notice::subject, Notice::notBefore)
        .containsExactly(
            row(NotificationKind.INCOMPLETE, HANDOFF, Instant.parse("2026-03-09T14:50:00Z")));
    Instant late = Instant.parse("2026-03-09T14:55:00Z");
    var told = notices.of(new HandoffEvent.Regraded(List.of(offered(ZOE, late, pending(ZOE)))));
    assertThat(told)
        .extracting(Notice::kind, Notice::recipient, Notice::notBefore)
        .containsExactly(row(NotificationKind.INCOMPLETE, "emma", late.plusMillis(100)));
    assertThat(told.getFirst().subject()).isNotEqualTo(HANDOFF);
    HandoffState left = offered(ZOE, BOUNDARY, pending(ZOE));
    assertThat(notices.of(new HandoffEvent.Regraded(List.of(left)))).isEmpty();
  }

  @Test
  void an_offer_during_the_shift_is_told_to_who_is_asked_alone() {
    Instant late = Instant.parse("2026-03-09T15:05:00Z");
    var told = notices.of(new HandoffEvent.Offered(List.of(offered(ZOE, late, pending(ZOE)))));
    assertThat(told)
        .extracting(Notice::kind)
        .containsExactly(NotificationKind.OFFERED, NotificationKind.REMINDER);
  }

  @Test
  void a_decline_tells_the_outgoing_tam_why_and_asks_the_next() {
    var declined =
        new HandoffAttempt(ZOE, PREPARED, Outcome.DECLINED, PREPARED, "on a plane", null);
    var told =
        notices.of(
            new HandoffEvent.Declined(List.of(offered(ADAM, PREPARED, declined, pending(ADAM)))));
    assertThat(told)
        .extracting(Notice::kind, Notice::recipient, n -> n.line().note())
        .contains(
            row(NotificationKind.DECLINED, "emma", "on a plane"),
            row(NotificationKind.OFFERED, "adam", null));
  }

  @Test
  void an_offer_that_comes_back_to_the_same_tam_is_another_one() {
    var first = notices.of(new HandoffEvent.Offered(List.of(offered(ZOE, PREPARED, pending(ZOE)))));
    var moved = new HandoffAttempt(ZOE, PREPARED, Outcome.MOVED, PREPARED, "left", null);
    var again =
        notices.of(
            new HandoffEvent.Offered(List.of(offered(ZOE, PREPARED, moved, moved, pending(ZOE)))));
    assertThat(subject(again, "zoe")).isNotEqualTo(subject(first, "zoe"));
  }

  @Test
  void the_lead_hears_of_what_nobody_accepted_and_gets_no_reminder() {
    var expired = new HandoffAttempt(ZOE, PREPARED, Outcome.EXPIRED, BOUNDARY, "late", null);
    HandoffState state =
        state(HandoffStatus.ESCALATED_TO_LEAD, LEO, BOUNDARY, expired, pending(LEO));
    assertThat(notices.of(new HandoffEvent.EscalatedToLead(List.of(state))))
        .extracting(Notice::kind, Notice::recipient)
        .containsExactly(row(NotificationKind.UNACCEPTED, "leo"));
  }

  @Test
  void whom_a_lead_assigned_is_asked_for_the_read_back_at_once_and_again() {
    var told = notices.of(new HandoffEvent.AssignedByLead(List.of(taken(true, List.of()))));
    assertThat(told)
        .extracting(Notice::kind, Notice::recipient)
        .containsOnly(row(NotificationKind.READ_BACK, "adam"));
    assertThat(told)
        .extracting(notice -> Duration.between(BOUNDARY.plusMillis(100), notice.notBefore()))
        .startsWith(Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(30));
    assertThat(told).extracting(Notice::subject).doesNotHaveDuplicates();
    assertThat(told.getFirst().line().other()).isEqualTo("Leo");
    assertThat(notices.of(new HandoffEvent.AssignedByLead(List.of(taken(false, List.of())))))
        .isEmpty();
  }

  @Test
  void what_is_not_taken_on_is_told_to_its_owner_and_to_the_outgoing_tam_who_reaches_the_others() {
    List<HandoffAction> left =
        List.of(
            new HandoffAction("call the vendor", "zoe", null),
            new HandoffAction("write to the board", "their CIO", null),
            new HandoffAction("close the bridge", null, null),
            new HandoffAction("look at the logs", "adam", null));
    var roster =
        new HandoffNotices(
            PATIENCE, owner -> Optional.of(owner).filter(List.of("zoe", "adam")::contains));
    assertThat(roster.of(new HandoffEvent.Accepted(List.of(taken(false, left)))))
        .extracting(Notice::kind, Notice::recipient, notice -> notice.line().note())
        .containsExactly(
            row(NotificationKind.ACTION_LEFT, "zoe", "call the vendor"),
            row(NotificationKind.ACTION_LEFT, "emma", "write to the board"),
            row(NotificationKind.ACTION_LEFT, "emma", "close the bridge"));
  }

  /** Adam has it: assigned by Leo, or accepted without some of the actions. */
  private static HandoffState taken(boolean owed, List<HandoffAction> left) {
    HandoffState open = state(HandoffStatus.ASSIGNED_BY_LEAD, ADAM, BOUNDARY, pending(LEO));
    return new HandoffState(
        open.id(),
        open.shiftChangeId(),
        open.escalationId(),
        open.escalation(),
        open.severity(),
        open.status(),
        open.from(),
        open.fromRegion(),
        open.to(),
        open.toRegion(),
        open.boundary(),
        open.offeredAt(),
        open.effectiveFrom(),
        open.acceptBy(),
        BOUNDARY,
        null,
        open.lateness(),
        open.attempts(),
        open.briefing(),
        LEO,
        owed,
        left,
        open.revision(),
        open.changedAt());
  }

  @Test
  void a_gap_is_told_to_the_lead_to_who_was_asked_and_to_the_accountable_tam() {
    var gaps = new GapNotices(PATIENCE, r -> Optional.ofNullable(Map.of("AMER", "leo").get(r)));
    assertThat(gaps.opened(List.of(gap(EMMA), gap(EMMA))))
        .extracting(Notice::recipient)
        .containsExactly("leo", "zoe", "emma", "leo", "zoe", "emma");
    assertThat(gaps.opened(List.of(gap(LEO))))
        .extracting(Notice::recipient)
        .containsExactly("leo", "zoe");
    assertThat(gaps.opened(List.of(gap(EMMA), gap(EMMA))))
        .extracting(Notice::bundle)
        .containsOnly(gaps.opened(List.of(gap(EMMA))).getFirst().bundle());
  }

  private static org.assertj.core.groups.Tuple row(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static UUID subject(List<Notice> notices, String recipient) {
    return notices.stream()
        .filter(n -> n.recipient().equals(recipient) && n.kind() != NotificationKind.REMINDER)
        .map(Notice::subject)
        .findFirst()
        .orElseThrow();
  }

  private static HandoffAttempt pending(Person tam) {
    return new HandoffAttempt(tam, PREPARED, Outcome.PENDING, null, null, null);
  }

  private static HandoffState offered(Person to, Instant at, HandoffAttempt... attempts) {
    return state(HandoffStatus.OFFERED, to, at, attempts);
  }

  private static HandoffState state(
      HandoffStatus status, Person to, Instant at, HandoffAttempt... attempts) {
    return new HandoffState(
        HANDOFF,
        new UUID(1, 1),
        new UUID(2, 2),
        "ESC-1042",
        Severity.SEV1,
        status,
        EMMA,
        "EMEA",
        to,
        "AMER",
        BOUNDARY,
        at,
        BOUNDARY,
        BOUNDARY.plusSeconds(900),
        null,
        null,
        Duration.ZERO,
        List.of(attempts),
        new BriefingStatus(0, List.of("CUSTOMER_CONTACT", "NEXT_ACTION")),
        1,
        at);
  }

  private static GapState gap(Person accountable) {
    return new GapState(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "ESC-1042",
        null,
        Severity.SEV1,
        BOUNDARY,
        null,
        GapCause.UNACCEPTED_HANDOFF,
        "EMEA",
        "AMER",
        accountable,
        ZOE,
        BOUNDARY,
        null,
        1,
        BOUNDARY);
  }
}
