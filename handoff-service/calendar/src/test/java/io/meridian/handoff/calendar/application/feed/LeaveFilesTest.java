package io.meridian.handoff.calendar.application.feed;

import static io.meridian.handoff.calendar.application.feed.Ics.event;
import static io.meridian.handoff.calendar.application.feed.ImportedCalendar.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Answer;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Outcome;
import io.meridian.rest.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people sent, each with the leave that is right. */
class LeaveFilesTest {

  private final ImportedCalendar calendar = new ImportedCalendar("Europe/Berlin");

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() {
    assertThat(calendar.outcomes(file("bom.ics"))).containsExactly(Outcome.CREATED);
    assertThat(calendar.leaves())
        .extracting(LeaveEntry::start, LeaveEntry::end)
        .containsExactly(tuple("2027-07-05T22:00:00Z", "2027-07-06T22:00:00Z"));
  }

  @Test
  void a_line_without_a_colon_is_left_out() {
    assertThat(calendar.outcomes(file("line-without-colon.ics"))).containsExactly(Outcome.CREATED);
    assertThat(calendar.days()).containsExactly("2027-07-06");
  }

  @Test
  void a_line_may_be_folded_inside_a_character() {
    calendar.take(file("fold-inside-a-character.ics"), null);
    assertThat(calendar.leaves()).extracting(LeaveEntry::reason).containsExactly("Großenbrode");
  }

  @Test
  void the_charset_of_the_content_type_is_heeded() {
    calendar.take(file("latin1.ics"), "text/calendar; charset=iso-8859-1");
    assertThat(calendar.leaves()).extracting(LeaveEntry::reason).containsExactly("Grüße");
    assertThat(
            catchThrowableOfType(
                    Problem.class,
                    () -> calendar.take(file("latin1.ics"), "text/calendar;charset=klingon"))
                .status())
        .isEqualTo(415);
  }

  @Test
  void a_reason_is_cut_between_characters() {
    assertThat(calendar.outcomes(file("emoji-at-200.ics")))
        .containsExactly(Outcome.CREATED, Outcome.CREATED);
    assertThat(calendar.leaves().getFirst().reason()).endsWith("x\uD83C\uDF34").hasSize(201);
    assertThat(calendar.outcomes(file("emoji-at-200.ics")))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
  }

  @Test
  void a_message_that_cancels_takes_the_leave_away_and_makes_none() {
    assertThat(calendar.outcomes(file("method-cancel.ics"))).containsExactly(Outcome.UNCHANGED);
    assertThat(calendar.leaves()).isEmpty();
    calendar.take(file("invite.ics"), null);
    assertThat(calendar.days()).containsExactly("2027-07-06");
    assertThat(calendar.outcomes(file("method-cancel.ics"))).containsExactly(Outcome.REMOVED);
    assertThat(calendar.leaves()).isEmpty();
  }

  @Test
  void of_one_uid_the_highest_sequence_counts() {
    List<Answer> answers = calendar.take(file("same-uid-twice.ics"), null);
    assertThat(answers)
        .extracting(Answer::outcome)
        .containsExactly(Outcome.CREATED, Outcome.UNCHANGED);
    assertThat(answers.getLast().detail()).contains("SEQUENCE");
    assertThat(calendar.days()).containsExactly("2027-07-06");
    assertThat(calendar.outcomes(file("same-uid-twice.ics"))).containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void of_one_sequence_the_latest_stamp_counts() {
    String later = event("DTSTAMP:20261102T000000Z", "DTSTART;VALUE=DATE:20270706");
    String earlier = event("DTSTAMP:20261101T000000Z", "DTSTART;VALUE=DATE:20270720");
    calendar.take(Ics.file(later, earlier));
    assertThat(calendar.days()).containsExactly("2027-07-06");
  }

  @Test
  void of_one_occurrence_too_the_highest_sequence_counts() {
    calendar.take(file("same-occurrence-twice.ics"), null);
    assertThat(calendar.days()).containsExactly("2027-07-06", "2027-07-08", "2027-07-20");
    assertThat(calendar.outcomes(file("same-occurrence-twice.ics")))
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void the_zone_that_the_file_tells_counts_whatever_it_is_called() {
    calendar.take(file("gmt-with-summer-time-told.ics"), null);
    assertThat(calendar.leaves())
        .extracting(LeaveEntry::start, LeaveEntry::end)
        .containsExactly(tuple("2027-07-08T08:00:00Z", "2027-07-08T16:00:00Z"));
  }

  @Test
  void letters_that_name_several_zones_are_refused() {
    assertThat(calendar.take(file("ist-not-told.ics"), null))
        .extracting(Answer::code)
        .containsExactly("unknown-zone");
  }

  @Test
  void an_all_day_occurrence_is_cancelled_by_its_midnight_too() {
    calendar.take(file("all-day-series.ics"), null);
    assertThat(calendar.outcomes(file("cancel-by-midnight.ics"))).containsExactly(Outcome.REMOVED);
    assertThat(calendar.days()).containsExactly("2027-07-06", "2027-07-08");
    List<Answer> again = calendar.take(file("cancel-by-midnight.ics"), null);
    assertThat(again).extracting(Answer::outcome).containsExactly(Outcome.UNCHANGED);
    assertThat(again.getFirst().detail()).contains("no leave of it");
  }

  @Test
  void a_bare_date_excepts_the_occurrence_of_that_day() {
    calendar.take(file("exdate-bare-date.ics"), null);
    assertThat(calendar.days()).containsExactly("2027-07-06", "2027-07-08");
  }

  @Test
  void a_description_may_quote_the_beginning_of_an_event() {
    List<Answer> answers = calendar.take(file("description-quotes-begin.ics"), null);
    assertThat(answers)
        .extracting(Answer::outcome)
        .containsExactly(Outcome.CREATED, Outcome.REFUSED, Outcome.CREATED);
    assertThat(answers.get(1).code()).isEqualTo("malformed");
  }

  @Test
  void what_an_alarm_says_is_not_said_of_the_event() {
    assertThat(calendar.outcomes(file("alarm.ics"))).containsExactly(Outcome.CREATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "METHOD:REPLY~ATTENDEE;PARTSTAT=DECLINED:mailto:somebody@example.com",
        "METHOD:PUBLISH~ATTENDEE;PARTSTAT=DECLINED:MAILTO:Eva@example.com",
        "METHOD:PUBLISH~TRANSP:TRANSPARENT",
        "METHOD:PUBLISH~STATUS:CANCELED"
      })
  void what_is_declined_free_or_cancelled_is_no_leave(String lines) {
    String[] parts = lines.split("~");
    String none = Ics.file(parts[0], event("DTSTART;VALUE=DATE:20270706", parts[1]));
    assertThat(calendar.take(none)).extracting(Answer::outcome).containsExactly(Outcome.UNCHANGED);
    calendar.take(Ics.file(event("DTSTART;VALUE=DATE:20270706")));
    assertThat(calendar.take(none)).extracting(Answer::outcome).containsExactly(Outcome.REMOVED);
    assertThat(calendar.leaves()).isEmpty();
  }

  @Test
  void what_others_decline_and_what_is_only_proposed() {
    String others =
        event("DTSTART;VALUE=DATE:20270706", "ATTENDEE;PARTSTAT=DECLINED:mailto:kai@example.com");
    assertThat(calendar.take(Ics.file(others)))
        .extracting(Answer::outcome)
        .containsExactly(Outcome.CREATED);
    assertThat(calendar.take(Ics.file("METHOD:COUNTER", event("DTSTART;VALUE=DATE:20270707"))))
        .extracting(Answer::code)
        .containsExactly("unsupported-method");
    assertThat(calendar.days()).containsExactly("2027-07-06");
  }

  @Test
  void a_bare_date_moves_the_occurrence_of_that_day_where_it_takes_place() {
    calendar.take(
        Ics.file(
            event(
                "DTSTART;TZID=Asia/Tokyo:20270706T020000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3")));
    List<Answer> moved =
        calendar.take(
            Ics.file(
                event(
                    "RECURRENCE-ID;VALUE=DATE:20270707",
                    "DTSTART;TZID=Asia/Tokyo:20270720T020000",
                    "DURATION:PT1H")));
    assertThat(moved).extracting(Answer::outcome).containsExactly(Outcome.UPDATED);
    assertThat(calendar.leaves())
        .extracting(LeaveEntry::start)
        .containsExactlyInAnyOrder(
            "2027-07-05T17:00:00Z", "2027-07-07T17:00:00Z", "2027-07-19T17:00:00Z");
  }

  @Test
  void dates_that_repeat_are_read_alike_in_every_path() {
    calendar.take(
        Ics.file(
            event(
                "DTSTART;TZID=Europe/Berlin:20270706T080000",
                "DURATION:PT1H",
                "RDATE:20270710,20270711T100000",
                "RECURRENCE-RULE:none")));
    assertThat(calendar.leaves())
        .extracting(LeaveEntry::start)
        .containsExactly("2027-07-06T06:00:00Z", "2027-07-10T06:00:00Z", "2027-07-11T08:00:00Z");
    assertThat(
            calendar.take(
                Ics.file(
                    event(
                        "DTSTART;VALUE=DATE:20270706",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "EXDATE:20270707T080000Z"))))
        .extracting(Answer::code)
        .containsExactly("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTEND;VALUE=DATE 20270720",
        "DTEND",
        "END:VALARM",
        "BEGIN:VALARM",
        "DTSTART;VALUE=DATE:20270707",
        "DTEND;TZID=\"Europe/Berlin:20270720T080000"
      })
  void what_would_make_another_leave_in_silence_refuses_its_event_alone(String line) {
    List<Answer> answers =
        calendar.take(
            Ics.file(
                event("DTSTART;VALUE=DATE:20270706", line),
                "BEGIN:VEVENT\r\nUID:u2\r\nDTSTART;VALUE=DATE:20270708\r\nEND:VEVENT"));
    assertThat(answers)
        .extracting(Answer::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.CREATED);
    assertThat(answers.getFirst().code()).isEqualTo("malformed");
  }
}
