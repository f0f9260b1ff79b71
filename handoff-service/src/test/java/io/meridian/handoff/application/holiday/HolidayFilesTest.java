package io.meridian.handoff.application.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.rest.problem.Problem;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HolidayFilesTest {

  @Test
  void csv_is_read_by_its_header_or_as_date_and_name() {
    assertThat(HolidayFiles.csv("2026-06-05,Company day\n2026-06-05,Feast", "SG"))
        .isEqualTo(days("2026-06-05", "Company day / Feast"));
    assertThat(
            HolidayFiles.csv("calendar,Name,date,kind\nSG,\"Day, off\",2026-06-05,PUBLIC\n", "SG"))
        .isEqualTo(days("2026-06-05", "Day, off"));
  }

  @Test
  void csv_refusals_name_the_line() {
    Problem refusal =
        catchThrowableOfType(
            Problem.class,
            () ->
                HolidayFiles.csv(
                    "calendar,date,name\nSG,2026-6-5,Day\nDE,2026-06-05,Day\nSG,2026-06-06,\n",
                    "SG"));
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly("#line=2 malformed", "#line=3 other-calendar", "#line=4 required");
    assertThat(catchThrowableOfType(Problem.class, () -> HolidayFiles.csv("", "SG")).violations())
        .singleElement()
        .satisfies(v -> assertThat(v.code()).isEqualTo("empty"));
  }

  @Test
  void an_event_is_a_holiday_on_each_of_its_dates() {
    SortedMap<LocalDate, String> expected = days("2026-02-17", "Chinese New Year, both days");
    expected.put(LocalDate.parse("2026-02-18"), "Chinese New Year, both days");
    expected.put(LocalDate.parse("2026-05-01"), "Labour Day");
    assertThat(
            HolidayFiles.ics(
                """
                BEGIN:VCALENDAR\r
                SUMMARY:of nothing\r
                BEGIN:VEVENT\r
                DTSTART;VALUE=DATE:20260217\r
                DTEND;VALUE=DATE:20260219\r
                SUMMARY;LANGUAGE=en:Chinese New Year\\,\r
                  both days\r
                END:VEVENT\r
                BEGIN:VEVENT\r
                DTSTART:20260501T000000Z\r
                SUMMARY:Labour Day\r
                END:VEVENT\r
                END:VCALENDAR\r
                """))
        .isEqualTo(expected);
  }

  @Test
  void ics_refusals_name_the_line_of_the_event() {
    Problem refusal =
        catchThrowableOfType(
            Problem.class,
            () ->
                HolidayFiles.ics(
                    """
                    BEGIN:VEVENT
                    DTSTART:20260101
                    RRULE:FREQ=YEARLY
                    SUMMARY:New Year
                    END:VEVENT
                    BEGIN:VEVENT
                    SUMMARY:Never
                    END:VEVENT
                    BEGIN:VEVENT
                    DTSTART:20260102
                    DTEND:20260101
                    SUMMARY:Backwards
                    END:VEVENT
                    """));
    assertThat(refusal.violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly("#line=1 recurs", "#line=6 malformed", "#line=9 dates-reversed");
  }

  private static SortedMap<LocalDate, String> days(String date, String name) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.parse(date), name);
    return days;
  }
}
