package io.meridian.handoff.handoff.domain.briefing;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Hypothesis;
import io.meridian.handoff.handoff.domain.briefing.Completeness.Missing;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact.Kind;
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

  private Briefing following(Written written, long seen) {
    return Drafting.following(written, seen, timeline.reversed(), null);
  }

  @Test
  void what_was_written_goes_on_with_the_timeline_from_there() {
    long restart = note(NoteKind.ACTION, "restart", null, null);
    note(NoteKind.ACTION, "check logs", null, null);
    long dns = note(NoteKind.HYPOTHESIS, "DNS", null, null);
    note(NoteKind.RISK, "certificate expires", null, null);
    long seen = dns + 1;
    Written edited =
        new Written(
            "all of EMEA",
            "stable",
            new Briefing.Contact(at("09:01"), "emma", "left a message"),
            Mood.CALM,
            List.of(
                new Action("restart", "emma", null),
                new Action("ask the vendor", "zoe", at("11:00"))),
            null,
            List.of(),
            List.of(new Hypothesis("DNS", false)),
            null);
    settle(restart);
    settle(dns);
    note(NoteKind.ACTION, "ask the vendor", null, null);
    note(NoteKind.ACTION, "call the bank", null, null);
    note(NoteKind.PROMISE, "update", at("15:30"), null);
    note(NoteKind.CUSTOMER_CONTACT, "spoke with Jo", null, null);
    fact(Kind.NOTED, "the vendor called", null);

    Briefing now = following(edited, seen);
    assertThat(now.actions())
        .extracting(Action::text, Action::owner)
        .containsExactly(tuple("ask the vendor", "zoe"), tuple("call the bank", null));
    assertThat(now.hypotheses()).containsExactly(new Hypothesis("DNS", true));
    assertThat(now.risks()).isEmpty();
    assertThat(now.promises()).containsExactly(new Due("update", at("15:30")));
    assertThat(now.lastContact()).extracting(Briefing.Contact::text).isEqualTo("spoke with Jo");
    assertThat(now.mood()).isEqualTo(Mood.CALM);
    assertThat(now.summary()).isEqualTo("stable");
    assertThat(now.severityReason()).isEqualTo("all of EMEA");
    fact(Kind.SEVERITY_CHANGED, "one region again", null);
    assertThat(following(edited, seen).severityReason()).isEqualTo("one region again");
  }

  @Test
  void nothing_written_is_the_draft_and_a_field_written_later_leaves_the_others() {
    note(NoteKind.ACTION, "restart", null, null);
    assertThat(following(Written.NOTHING, 0)).isEqualTo(draft());
    Written summary = new Written(null, "stable", null, null, null, null, null, null, null);
    Written risks = new Written(null, null, null, null, null, null, List.of(), null, null);
    assertThat(risks.over(summary).fields()).containsExactly("summary", "risks");
    assertThat(following(summary, 9).actions()).isEqualTo(draft().actions());
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
