package io.meridian.handoff.calendar.application.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.rest.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HolidayFilesTest {

  @Test
  void csv_is_read_by_its_header_or_as_date_and_name() {
    assertThat(HolidayFiles.csv(utf8("2026-06-05,Company day\n2026-06-05,Feast"), "SG"))
        .isEqualTo(days("2026-06-05", "Company day / Feast"));
    assertThat(
            HolidayFiles.csv(
                utf8("calendar,Name,date,kind\nSG,\"Day, off\",2026-06-05,PUBLIC\n"), "SG"))
        .isEqualTo(days("2026-06-05", "Day, off"));
  }

  @Test
  void csv_refusals_name_the_line() {
    Problem refusal =
        catchThrowableOfType(
            Problem.class,
            () ->
                HolidayFiles.csv(
                    utf8(
                        "calendar,date,name\nSG,2026-6-5,Day\nDE,2026-06-05,Day\nSG,2026-06-06,\n"),
                    "SG"));
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly("#line=2 malformed", "#line=3 other-calendar", "#line=4 required");
    assertThat(
            catchThrowableOfType(Problem.class, () -> HolidayFiles.csv(utf8(""), "SG"))
                .violations())
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
                utf8(
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
                """)))
        .isEqualTo(expected);
  }

  @Test
  void files_are_octets_until_they_are_understood() {
    byte[] latin = "2026-08-15,Mari\u00e4 Himmelfahrt\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            HolidayFiles.csv(
                TextFile.of(latin, MediaType.valueOf("text/csv;charset=latin1")), "DE"))
        .isEqualTo(days("2026-08-15", "Mari\u00e4 Himmelfahrt"));
    assertThat(
            catchThrowableOfType(
                    Problem.class, () -> HolidayFiles.csv(TextFile.of(latin, null), "DE"))
                .violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly("#line=1 malformed");
    assertThat(
            HolidayFiles.ics(
                TextFile.of(
                    ("\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260605\n"
                            + "SUMMARY:Day\nEND:VEVENT\nEND:VCALENDAR\n")
                        .getBytes(StandardCharsets.UTF_16LE),
                    null)))
        .isEqualTo(days("2026-06-05", "Day"));
    assertThat(
            catchThrowableOfType(
                    Problem.class, () -> HolidayFiles.csv(utf8("2026-08-15,A\u0000B\n"), "DE"))
                .violations())
        .extracting(v -> v.code())
        .containsExactly("malformed");
  }

  @Test
  void whatever_comes_is_read_or_refused() {
    byte[] csv = "calendar,date,name\nDE,2026-06-05,Day\n".getBytes(StandardCharsets.UTF_8);
    byte[] ics =
        ("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260217\nDURATION:P2D\nSUMMARY:A\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nDTSTART:20260218T000000Z\nDTEND:20260219\nSUMMARY:B\nEND:VEVENT\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] file = (seed % 2 == 0 ? csv : ics).clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        file[random.nextInt(file.length)] =
            (byte) "0123456789-+PDWT:;\n\u00FF,".charAt(random.nextInt(21));
      }
      try {
        TextFile text = TextFile.of(file, null);
        assertThat(seed % 2 == 0 ? HolidayFiles.csv(text, "DE") : HolidayFiles.ics(text))
            .isNotEmpty();
      } catch (Problem e) {
        assertThat(e.status()).as("seed " + seed).isEqualTo(422);
      }
    }
    assertThat(
            catchThrowableOfType(
                    Problem.class, () -> HolidayFiles.csv(utf8("+999999999-12-31,End"), "DE"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_cancelled_event_is_no_holiday_and_a_duration_is_as_long_as_it_says() {
    SortedMap<LocalDate, String> expected = days("2026-02-17", "New Year");
    expected.put(LocalDate.parse("2026-02-18"), "New Year");
    assertThat(
            HolidayFiles.ics(
                utf8(
                    """
                    BEGIN:VEVENT
                    DTSTART;VALUE=DATE:20260217
                    DURATION:P2D
                    SUMMARY:New Year
                    END:VEVENT
                    BEGIN:VEVENT
                    DTSTART;VALUE=DATE:20260601
                    STATUS:CANCELLED
                    SUMMARY:Never
                    END:VEVENT
                    """)))
        .isEqualTo(expected);
  }

  @Test
  void a_holiday_file_that_is_cut_is_refused_whole() {
    assertThat(
            catchThrowableOfType(
                    Problem.class,
                    () ->
                        HolidayFiles.ics(
                            utf8(
                                """
                                BEGIN:VCALENDAR
                                BEGIN:VEVENT
                                DTSTART;VALUE=DATE:20260217
                                SUMMARY:New Year
                                END:VEVENT
                                BEGIN:VEVENT
                                """)))
                .code())
        .isEqualTo("incomplete");
  }

  @Test
  void ics_refusals_name_the_line_of_the_event() {
    Problem refusal =
        catchThrowableOfType(
            Problem.class,
            () ->
                HolidayFiles.ics(
                    utf8(
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
                    """)));
    assertThat(refusal.violations())
        .extracting(v -> v.pointer() + " " + v.code())
        .containsExactly("#line=1 recurs", "#line=6 malformed", "#line=9 dates-reversed");
  }

  private static TextFile utf8(String text) {
    return TextFile.of(text.getBytes(StandardCharsets.UTF_8), null);
  }

  private static SortedMap<LocalDate, String> days(String date, String name) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.parse(date), name);
    return days;
  }
}
