package io.meridian.handoff.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarEdit;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that users met faults with, and what is right. */
class FieldCalendarsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Calendar NONE = Calendar.EMPTY;

  @Test
  void a_shift_may_last_24_hours() {
    Calendar calendar = read("01-shift-of-24-hours");
    assertThat(shifts(calendar, "2026-11-29T12:00:00Z", "2026-11-30T12:00:00Z"))
        .extracting(s -> s.start().toString(), s -> s.end().toString())
        .containsExactly(
            tuple("2026-11-29T08:00:00Z", "2026-11-30T08:00:00Z"),
            tuple("2026-11-30T08:00:00Z", "2026-12-01T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "16a-turns-before,16b-turns-saturday-added,2026-11-29T12:00:00Z",
    "16a-turns-before,16b-turns-saturday-added,2026-11-29T18:00:00Z",
    "17a-ended-pattern,17b-ended-pattern-removed,2026-11-29T12:00:00Z",
    "17a-ended-pattern,17b-ended-pattern-removed,2026-11-29T18:00:00Z"
  })
  void an_edit_of_patterns_exchanges_nobody(String before, String document, Instant at) {
    Calendar inForce = applied(NONE, read(before), "2026-11-25T08:00:00Z");
    Calendar after = applied(inForce, read(document), at.toString());
    String to = "2026-12-05T00:00:00Z";
    assertThat(holders(after, at.toString(), to)).isEqualTo(holders(inForce, at.toString(), to));
    assertThat(applied(after, read(document), "2026-12-20T00:00:00Z")).isEqualTo(after);
    Calendar exported = written(after);
    assertThat(exported).isEqualTo(after);
    assertThat(applied(after, exported, "2026-12-20T00:00:00Z")).isEqualTo(after);
  }

  @Test
  void a_shift_that_the_clocks_drop_takes_no_turn() {
    assertThat(
            holders(
                read("18-dropped-slot-takes-a-turn"),
                "2027-03-12T00:00:00Z",
                "2027-03-16T00:00:00Z"))
        .containsExactly("tam-a", "tam-b", "tam-c");
  }

  @Test
  void a_zone_of_java_alone_is_refused_and_a_link_of_the_database_is_taken() {
    Problem refusal = catchThrowableOfType(Problem.class, () -> read("19-zone-systemv"));
    assertThat(refusal.violations()).extracting(Violation::code).containsOnly("unknown-zone");
    assertThat(read("20-zone-est").regions().getFirst().zone().getId()).isEqualTo("America/Panama");
  }

  private static Calendar applied(Calendar before, Calendar document, String at) {
    return CalendarEdit.of(RosterRules.of(before), document, Instant.parse(at));
  }

  private static List<String> holders(Calendar calendar, String from, String to) {
    return shifts(calendar, from, to).stream().map(s -> String.valueOf(s.primary())).toList();
  }

  private static List<Shift> shifts(Calendar calendar, String from, String to) {
    return RosterRules.of(calendar).shifts(Instant.parse(from), Instant.parse(to));
  }

  private static Calendar written(Calendar calendar) {
    try {
      String text = JSON.writeValueAsString(CalendarDocument.of(calendar));
      return JSON.readValue(text, CalendarDocument.class).calendar();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Calendar read(String name) {
    try (InputStream in =
        FieldCalendarsTest.class.getResourceAsStream("/field-calendar/" + name + ".json")) {
      return JSON.readValue(in, CalendarDocument.class).calendar();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
