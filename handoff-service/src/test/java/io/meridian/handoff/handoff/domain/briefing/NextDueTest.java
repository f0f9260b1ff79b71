package io.meridian.handoff.handoff.domain.briefing;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.EscalationStatus;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a list shows as next due, and what it follows from. */
class NextDueTest {
  private static final SlaTarget HOURLY =
      new SlaTarget(Severity.SEV2, null, Duration.ofHours(1), null, Duration.ofHours(8));

  private final List<TimelineFact> timeline = new ArrayList<>();

  private void note(NoteKind kind, String text, @Nullable Instant due) {
    long revision = timeline.size() + 2;
    var details = new NoteDetails(kind, due, null, null, null);
    timeline.add(
        new TimelineFact(new UUID(1, 1), revision, at("09:00"), "emma", Kind.NOTED, text, details));
  }

  private Optional<NextDue> next(@Nullable SlaTarget target) {
    var known =
        new Circumstances(at("09:00"), Severity.SEV2, EscalationStatus.OPEN, target, List.of());
    return NextDue.of(Drafting.of(timeline, known), known, timeline);
  }

  @Test
  void without_a_dated_promise_or_deadline_nothing_is_due() {
    note(NoteKind.PROMISE, "call Helena", null);
    assertThat(next(null)).isEmpty();
  }

  @Test
  void an_agreement_says_of_which_kind_its_deadline_is() {
    note(NoteKind.PROMISE, "call Helena", at("11:00"));
    assertThat(next(HOURLY))
        .contains(
            new NextDue(NextDue.Kind.SLA_UPDATE, "SLA: next update, one every 1 h", at("10:00")));
  }

  @Test
  void a_promise_or_a_noted_deadline_that_is_due_before_goes_first() {
    note(NoteKind.DEADLINE, "the vendor answers", at("09:40"));
    assertThat(next(HOURLY))
        .contains(new NextDue(NextDue.Kind.DEADLINE, "the vendor answers", at("09:40")));

    note(NoteKind.PROMISE, "call Helena", at("09:40"));
    assertThat(next(HOURLY))
        .contains(new NextDue(NextDue.Kind.PROMISE, "call Helena", at("09:40")));
  }
}
