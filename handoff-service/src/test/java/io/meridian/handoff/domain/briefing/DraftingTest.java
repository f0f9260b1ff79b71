package io.meridian.handoff.domain.briefing;

import static io.meridian.handoff.domain.duty.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.domain.briefing.Briefing.Hypothesis;
import io.meridian.handoff.domain.briefing.Completeness.Missing;
import io.meridian.handoff.domain.briefing.TimelineFact.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftingTest {
  private final List<TimelineFact> timeline = new ArrayList<>();

  private long fact(Kind kind, String text, @Nullable NoteDetails details) {
    long revision = timeline.size() + 2;
    timeline.add(
        new TimelineFact(
            new UUID(1, 1),
            revision,
            at("09:00").plusSeconds(60 * revision),
            "emma",
            kind,
            text,
            details));
    return revision;
  }

  private long note(NoteKind kind, String text, @Nullable Instant due, @Nullable String owner) {
    return fact(Kind.NOTED, text, new NoteDetails(kind, due, owner, null, null));
  }

  private void settle(long revision) {
    fact(Kind.NOTED, "done", new NoteDetails(null, null, null, null, revision));
  }

  private Briefing draft() {
    return Drafting.of(timeline.reversed(), null);
  }

  @Test
  void the_newest_word_counts_and_the_older_ones_do_not() {
    fact(Kind.SEVERITY_CHANGED, "one region", null);
    fact(Kind.NOTED, "vendor called", null);
    fact(Kind.SEVERITY_CHANGED, "all of EMEA", null);
    fact(Kind.NOTED, "rolled back", null);

    assertThat(draft().severityReason()).isEqualTo("all of EMEA");
    assertThat(draft().summary()).isEqualTo("rolled back");
  }

  @Test
  void what_is_settled_is_no_longer_to_be_done_and_a_settled_hypothesis_is_ruled_out() {
    long restart = note(NoteKind.ACTION, "restart", at("12:00"), "emma");
    note(NoteKind.ACTION, "check logs", null, null);
    note(NoteKind.ACTION, "call vendor", at("11:00"), "zoe");
    long update = note(NoteKind.PROMISE, "update", at("10:00"), null);
    note(NoteKind.PROMISE, "next update", at("15:30"), null);
    long dns = note(NoteKind.HYPOTHESIS, "DNS", null, null);
    note(NoteKind.HYPOTHESIS, "certificate", null, null);
    settle(restart);
    settle(update);
    settle(dns);

    Briefing draft = draft();
    assertThat(draft.actions())
        .containsExactly(
            new Action("call vendor", "zoe", at("11:00")), new Action("check logs", null, null));
    assertThat(draft.promises()).containsExactly(new Due("next update", at("15:30")));
    assertThat(draft.hypotheses())
        .containsExactly(new Hypothesis("DNS", true), new Hypothesis("certificate", false));
    assertThat(draft.summary()).isNull();
  }

  @Test
  void the_mood_is_the_last_one_known_though_the_last_contact_names_none() {
    fact(
        Kind.NOTED,
        "furious",
        new NoteDetails(NoteKind.CUSTOMER_CONTACT, null, null, Mood.ANGRY, null));
    note(NoteKind.CUSTOMER_CONTACT, "left a message", null, null);

    assertThat(draft().mood()).isEqualTo(Mood.ANGRY);
    assertThat(draft().lastContact())
        .isEqualTo(new Briefing.Contact(at("09:03"), "emma", "left a message"));
  }

  @Test
  void the_next_thing_due_is_the_earliest_promise_or_deadline() {
    note(NoteKind.PROMISE, "some day", null, null);
    note(NoteKind.PROMISE, "update", at("15:30"), null);
    note(NoteKind.DEADLINE, "mitigate", at("15:00"), null);

    assertThat(draft().nextDue()).isEqualTo(at("15:00"));
    assertThat(Completeness.missing(Severity.SEV3, draft()))
        .containsExactly(Missing.SUMMARY, Missing.PROMISE_DUE);
  }

  @Test
  void the_worse_the_severity_the_more_is_asked() {
    assertThat(Completeness.missing(Severity.SEV4, draft())).containsExactly(Missing.SUMMARY);
    assertThat(Completeness.missing(Severity.SEV2, draft()))
        .containsExactly(
            Missing.SEVERITY_REASON, Missing.SUMMARY, Missing.CUSTOMER_CONTACT, Missing.ACTION);
    assertThat(Completeness.missing(Severity.SEV1, draft())).contains(Missing.STAKEHOLDER);
  }

  @Test
  void a_complete_briefing_lacks_nothing_even_for_severity_one() {
    fact(Kind.SEVERITY_CHANGED, "all of EMEA", null);
    fact(Kind.NOTED, "rolled back", null);
    note(NoteKind.CUSTOMER_CONTACT, "told them", null, null);
    note(NoteKind.ACTION, "confirm", at("16:00"), "zoe");
    note(NoteKind.STAKEHOLDER, "CIO", null, null);

    assertThat(Completeness.missing(Severity.SEV1, draft())).isEmpty();
  }
}
