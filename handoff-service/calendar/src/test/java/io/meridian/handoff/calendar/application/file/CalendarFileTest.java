package io.meridian.handoff.calendar.application.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.meridian.rest.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

  @Test
  void components_are_known_by_their_calendar_and_their_line() {
    CalendarFile file =
        read(
            "BEGIN:VCALENDAR METHOD:cancel BEGIN:VEVENT UID:1 BEGIN:VALARM X:1 END:VALARM Y:2"
                + " END:VEVENT END:VCALENDAR BEGIN:VCALENDAR BEGIN:VEVENT END:VEVENT END:VCALENDAR");
    assertThat(file.calendars()).hasSize(3);
    CalendarFile.Part first = file.calendars().get(1);
    assertThat(first.property("METHOD")).contains("CANCEL");
    assertThat(first.components())
        .extracting(FileComponent::name, FileComponent::line, FileComponent::isWhole)
        .containsExactly(tuple("VEVENT", 3, true), tuple("VALARM", 5, true));
    assertThat(first.components().getFirst().properties())
        .extracting(ContentLine::text)
        .containsExactly("UID:1", "Y:2");
    assertThat(first.components().getFirst().lines()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN:VEVENT A:1 BEGIN:VEVENT A:2 END:VEVENT,false;true",
    "BEGIN:VEVENT A:1 END:VEVENT A:2 END:VEVENT,true;false",
    "BEGIN:VEVENT BEGIN:VALARM END:VEVENT BEGIN:VEVENT END:VEVENT,false;true",
    "BEGIN:VEVENT END:VALARM END:VEVENT,false",
    "BEGIN:VTODO BEGIN:VEVENT END:VEVENT,true",
    "BEGIN:X BEGIN:VEVENT END:VEVENT END:X,true"
  })
  void a_missing_begin_or_end_harms_no_neighbour(String lines, String wholeness) {
    CalendarFile file = read("BEGIN:VCALENDAR " + lines + " END:VCALENDAR");
    assertThat(file.calendars().getLast().all("VEVENT"))
        .extracting(event -> String.valueOf(event.isWhole()))
        .containsExactly(wholeness.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN:VCALENDAR,incomplete",
    "BEGIN:VCALENDAR BEGIN:VEVENT END:VEVENT,incomplete",
    "BEGIN:VEVENT,incomplete",
    "END:VCALENDAR,incomplete",
    "BEGIN:VCALENDAR BEGIN:VCALENDAR END:VCALENDAR,incomplete"
  })
  void a_calendar_that_is_not_whole_is_refused(String lines, String code) {
    assertThat(catchThrowableOfType(Problem.class, () -> read(lines)).code()).isEqualTo(code);
  }

  @Test
  void what_nests_without_sense_is_refused_in_time() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      lines.append("BEGIN:A").append(i).append(' ');
    }
    assertThat(catchThrowableOfType(Problem.class, () -> read(lines.toString())).code())
        .isEqualTo("malformed");
  }

  private static CalendarFile read(String lines) {
    List<String> all = List.of(lines.split(" "));
    return CalendarFile.of(
        TextFile.of(String.join("\r\n", all).getBytes(StandardCharsets.UTF_8), null));
  }
}
