package io.meridian.handoff.handoff.domain.briefing;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationStatus;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Stakeholder;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a draft takes from the customer: what was promised, and who wants to be told. */
class CircumstancesTest {
  private static final SlaTarget ALL =
      new SlaTarget(
          Severity.SEV2,
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(26));

  private final List<TimelineFact> timeline = new ArrayList<>();

  private static Circumstances opened(EscalationStatus status, @Nullable SlaTarget target) {
    return new Circumstances(at("09:00"), Severity.SEV2, status, target, List.of());
  }

  private void fact(String time, Kind kind, @Nullable NoteKind note, @Nullable Instant due) {
    NoteDetails details = note == null ? null : new NoteDetails(note, due, null, null, null);
    long revision = timeline.size() + 2;
    timeline.add(
        new TimelineFact(new UUID(1, 1), revision, at(time), "emma", kind, "said", details));
  }

  private List<Due> deadlines(Circumstances circumstances) {
    return Drafting.of(timeline, circumstances).deadlines();
  }

  @Test
  void everything_promised_and_not_met_is_due_the_next_first() {
    assertThat(deadlines(opened(EscalationStatus.OPEN, ALL)))
        .containsExactly(
            new Due("SLA: acknowledge within 15 min", at("09:15")),
            new Due("SLA: next update, one every 1 h", at("10:00")),
            new Due("SLA: mitigate within 4 h", at("13:00")),
            new Due("SLA: resolve within 1 d 2 h", at("+11:00")));
  }

  @Test
  void who_has_acknowledged_and_told_the_customer_owes_the_next_update() {
    fact("09:05", Kind.ACKNOWLEDGED, null, null);
    fact("09:40", Kind.NOTED, NoteKind.CUSTOMER_CONTACT, null);
    fact("09:50", Kind.NOTED, null, null);
    assertThat(deadlines(opened(EscalationStatus.ACKNOWLEDGED, ALL)))
        .first()
        .isEqualTo(new Due("SLA: next update, one every 1 h", at("10:40")));
  }

  @Test
  void an_acknowledgement_of_an_earlier_opening_does_not_count() {
    fact("08:00", Kind.ACKNOWLEDGED, null, null);
    fact("08:30", Kind.NOTED, NoteKind.CUSTOMER_CONTACT, null);
    assertThat(deadlines(opened(EscalationStatus.OPEN, ALL)))
        .extracting(Due::due)
        .startsWith(at("09:15"), at("10:00"));
  }

  @Test
  void a_deadline_somebody_noted_stands_among_them_in_order() {
    fact("09:05", Kind.NOTED, NoteKind.DEADLINE, at("09:30"));
    assertThat(deadlines(opened(EscalationStatus.OPEN, ALL)))
        .extracting(Due::due)
        .startsWith(at("09:15"), at("09:30"), at("10:00"));
  }

  @Test
  void nothing_is_due_when_nothing_was_promised_or_all_is_done() {
    assertThat(deadlines(opened(EscalationStatus.OPEN, null))).isEmpty();
    assertThat(deadlines(opened(EscalationStatus.RESOLVED, ALL))).isEmpty();
    var updates = new SlaTarget(Severity.SEV2, null, Duration.ofHours(1), null, null);
    assertThat(deadlines(opened(EscalationStatus.ACKNOWLEDGED, updates))).hasSize(1);
  }

  @Test
  void stakeholders_are_those_of_the_customer_whom_the_severity_concerns_and_those_noted() {
    fact("09:05", Kind.NOTED, NoteKind.STAKEHOLDER, null);
    var circumstances =
        new Circumstances(
            at("09:00"),
            Severity.SEV2,
            EscalationStatus.OPEN,
            null,
            List.of(
                new Stakeholder("Dana Roy", "CTO", Severity.SEV2),
                new Stakeholder("Jo Lim", null, null),
                new Stakeholder("Max Berg", "CEO", Severity.SEV1)));
    assertThat(Drafting.of(timeline, circumstances).stakeholders())
        .containsExactly("Dana Roy, CTO", "Jo Lim", "said");
  }
}
