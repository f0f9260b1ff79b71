package io.meridian.handoff.calendar.application.feed;

import static io.meridian.handoff.calendar.application.feed.Ics.event;
import static io.meridian.handoff.calendar.application.feed.Ics.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Answer;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Outcome;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.handoff.calendar.domain.Calendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LeavePlanTest {

  private static final String WEEKLY =
      event("DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Fridays");

  private CalendarDocument document =
      CalendarDocument.of(Calendar.EMPTY)
          .withLeaves(
              List.of(
                  new LeaveEntry(
                      "mine", "tam-eva", "2026-06-05T00:00:00Z", "2026-06-06T00:00:00Z", "Sea")));
  private Instant now = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void a_series_is_as_many_leaves_and_the_same_file_again_changes_nothing() {
    Answer first = take(WEEKLY).getFirst();
    assertThat(first.outcome()).isEqualTo(Outcome.CREATED);
    assertThat(Objects.requireNonNull(first.series()).leaves())
        .extracting(LeaveEntry::start)
        .containsExactly(
            "2026-06-05T00:00:00Z",
            "2026-06-12T00:00:00Z",
            "2026-06-19T00:00:00Z",
            "2026-06-26T00:00:00Z");
    assertThat(leaves()).hasSize(5);
    List<LeaveEntry> before = leaves();
    Answer again = take(WEEKLY).getFirst();
    assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(Objects.requireNonNull(again.series()).unchanged()).isEqualTo(4);
    assertThat(leaves()).isEqualTo(before);
  }

  @Test
  void a_shorter_series_leaves_what_is_over_and_takes_away_what_was_to_come() {
    take(WEEKLY);
    now = Instant.parse("2026-06-15T08:00:00Z");
    Answer shorter =
        take(event("DTSTART;VALUE=DATE:20260619", "RRULE:FREQ=WEEKLY;COUNT=1", "SUMMARY:Fridays"))
            .getFirst();
    assertThat(shorter.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(Objects.requireNonNull(shorter.series()).removed()).isEqualTo(1);
    assertThat(leaves())
        .extracting(LeaveEntry::start)
        .containsExactly(
            "2026-06-05T00:00:00Z",
            "2026-06-05T00:00:00Z",
            "2026-06-12T00:00:00Z",
            "2026-06-19T00:00:00Z");
  }

  @Test
  void an_occurrence_moves_and_comes_back() {
    take(WEEKLY);
    String moved = event("RECURRENCE-ID;VALUE=DATE:20260612", "DTSTART;VALUE=DATE:20260615");
    for (int i = 0; i < 2; i++) {
      List<Answer> answers = take(WEEKLY, moved);
      assertThat(answers.get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(answers.get(1).outcome()).isEqualTo(i == 0 ? Outcome.UPDATED : Outcome.UNCHANGED);
      assertThat(leaves())
          .hasSize(5)
          .extracting(LeaveEntry::start)
          .contains("2026-06-15T00:00:00Z");
    }
    assertThat(take(WEEKLY).getFirst().outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(leaves()).extracting(LeaveEntry::start).doesNotContain("2026-06-15T00:00:00Z");
  }

  @Test
  void a_cancelled_occurrence_is_taken_away_alone_and_the_cancelled_event_wholly() {
    take(WEEKLY);
    String cancelled =
        event(
            "RECURRENCE-ID;VALUE=DATE:20260612", "DTSTART;VALUE=DATE:20260612", "STATUS:CANCELLED");
    assertThat(take(cancelled).getFirst().outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(leaves()).hasSize(4);
    assertThat(take(WEEKLY, cancelled))
        .extracting(Answer::outcome)
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(take(event("DTSTART;VALUE=DATE:20260605", "STATUS:CANCELLED")).getFirst().outcome())
        .isEqualTo(Outcome.REMOVED);
    assertThat(leaves()).extracting(LeaveEntry::id).containsExactly("mine");
  }

  @Test
  void an_event_may_begin_to_repeat_and_stop_to() {
    String once = event("DTSTART;VALUE=DATE:20260605", "SUMMARY:Fridays");
    assertThat(take(once).getFirst().outcome()).isEqualTo(Outcome.CREATED);
    assertThat(take(WEEKLY).getFirst().outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(leaves()).hasSize(5);
    assertThat(take(once).getFirst().outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(leaves()).hasSize(2);
  }

  @Test
  void two_tams_may_import_the_same_file() {
    take(WEEKLY);
    LeavePlan other = LeavePlan.of(document, "tam-kai", now, read(WEEKLY));
    assertThat(other.answers().getFirst().outcome()).isEqualTo(Outcome.CREATED);
    assertThat(other.leaves()).hasSize(9);
  }

  private List<LeaveEntry> leaves() {
    return Objects.requireNonNull(document.leaves());
  }

  private List<Answer> take(String... events) {
    LeavePlan plan = LeavePlan.of(document, "tam-eva", now, read(events));
    document = document.withLeaves(plan.leaves());
    return plan.answers();
  }

  private List<LeaveItem> read(String... events) {
    return Ics.read(
        "UTC", now, TextFile.of(file(events).getBytes(StandardCharsets.UTF_8), null), document);
  }
}
