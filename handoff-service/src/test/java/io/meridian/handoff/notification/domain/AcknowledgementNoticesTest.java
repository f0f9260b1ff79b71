package io.meridian.handoff.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.AcknowledgementEvent;
import io.meridian.events.AcknowledgementState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told that they are to act, and who knows already. */
class AcknowledgementNoticesTest {
  private static final UUID ESCALATION = new UUID(1, 1);
  private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
  private static final Person EMMA = new Person("emma", "Emma");
  private static final Person ZOE = new Person("zoe", "Zoe");

  private final AcknowledgementNotices notices =
      new AcknowledgementNotices(Duration.ofMillis(100), Map.of("EMEA", "lena", "AMER", "leo"));

  @ParameterizedTest
  @EnumSource(names = {"ASSIGNED", "LEAD"})
  void who_is_chosen_at_an_opening_is_told_the_lead_in_a_hole_too(AccountabilityBasis basis) {
    assertThat(notices.of(new AccountabilityEvent.Assigned(accountable(EMMA, basis))))
        .extracting(Notice::kind, Notice::recipient, Notice::notBefore)
        .containsExactly(tuple(NotificationKind.ASSIGNED, "emma", NOW.plusMillis(100)));
  }

  @Test
  void who_is_made_accountable_by_others_is_told() {
    assertThat(moved(AccountabilityBasis.REASSIGNED))
        .extracting(Notice::kind, Notice::recipient)
        .containsExactly(tuple(NotificationKind.ASSIGNED, "zoe"));
  }

  @ParameterizedTest
  @EnumSource(names = {"HANDOFF", "TAKEOVER", "LEAD"})
  void who_accepted_or_took_over_knows(AccountabilityBasis basis) {
    assertThat(moved(basis)).isEmpty();
  }

  private List<Notice> moved(AccountabilityBasis basis) {
    return moved(basis, new UUID(3, 3));
  }

  private List<Notice> moved(AccountabilityBasis basis, @Nullable UUID handoff) {
    return notices.of(new AccountabilityEvent.Transferred(EMMA, accountable(ZOE, basis, handoff)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ASSIGNED", "LEAD"})
  void who_was_off_duty_when_it_was_assigned_anew_is_told_as_is_who_has_it_now(
      AccountabilityBasis basis) {
    assertThat(moved(basis, null))
        .extracting(Notice::kind, Notice::recipient)
        .containsExactly(
            tuple(NotificationKind.ASSIGNED, "zoe"), tuple(NotificationKind.PASSED_ON, "emma"));
  }

  @Test
  void what_becomes_severe_is_told_to_who_has_it_and_to_who_takes_over() {
    assertThat(notices.of(new AcknowledgementEvent.Raised(wanted("EMEA", ZOE))))
        .extracting(Notice::kind, Notice::recipient)
        .containsExactly(
            tuple(NotificationKind.RAISED, "emma"), tuple(NotificationKind.RAISED, "zoe"));
    assertThat(notices.of(new AcknowledgementEvent.Raised(wanted("EMEA", null)))).hasSize(1);
  }

  @Test
  void what_nobody_acknowledges_is_told_to_the_lead_and_never_to_nobody() {
    assertThat(notices.of(new AcknowledgementEvent.Overdue(wanted("EMEA", null))))
        .extracting(Notice::kind, Notice::recipient)
        .containsExactly(tuple(NotificationKind.UNACKNOWLEDGED, "lena"));
    assertThat(notices.of(new AcknowledgementEvent.Overdue(wanted("GONE", null))))
        .extracting(Notice::recipient)
        .containsExactlyInAnyOrder("lena", "leo");
  }

  private static AcknowledgementState wanted(String region, @Nullable Person next) {
    return new AcknowledgementState(
        new UUID(2, 2),
        ESCALATION,
        "ESC-1",
        Severity.SEV1,
        EMMA,
        region,
        next,
        NOW.plusSeconds(600),
        NOW);
  }

  private static AccountabilityState accountable(Person tam, AccountabilityBasis basis) {
    return accountable(tam, basis, null);
  }

  private static AccountabilityState accountable(
      Person tam, AccountabilityBasis basis, @Nullable UUID handoff) {
    return new AccountabilityState(
        ESCALATION, NOW, tam, "EMEA", NOW, null, basis, null, handoff, 1, NOW);
  }
}
