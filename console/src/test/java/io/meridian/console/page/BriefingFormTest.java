package io.meridian.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.console.client.Briefing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BriefingFormTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Briefing.Words WORDS =
      new Briefing.Words(
          "two airports down",
          "Rolled back",
          new Briefing.Contact(Instant.parse("2026-11-30T14:40:00Z"), "Ewa", "told them"),
          "CONCERNED",
          List.of(
              new Briefing.Action("call Helena", null, Instant.parse("2026-11-30T15:20:00Z")),
              new Briefing.Action("confirm Warsaw", "tam-kim", null)),
          List.of(new Briefing.Due("next update", Instant.parse("2026-11-30T15:30:00Z"))),
          List.of("the certificate"),
          List.of(new Briefing.Hypothesis("DNS", true), new Briefing.Hypothesis("cache", false)),
          List.of("https://status.example.com"));

  private final BriefingForm form = BriefingForm.of(WORDS, NEW_YORK);

  @Test
  void times_are_written_in_the_writers_zone() {
    assertThat(form.text(BriefingForm.CONTACT)).isEqualTo("2026-11-30T09:40\tEwa\ttold them");
    assertThat(form.rows(BriefingForm.ACTIONS))
        .containsExactly("call Helena\t\t2026-11-30T10:20", "confirm Warsaw\ttam-kim\t");
  }

  @Test
  void what_is_sent_is_what_was_shown() {
    assertThat(form.value(BriefingForm.CONTACT, NEW_YORK))
        .isEqualTo(Map.of("at", "2026-11-30T14:40:00Z", "by", "Ewa", "text", "told them"));
    assertThat(form.value(BriefingForm.ACTIONS, NEW_YORK))
        .isEqualTo(
            List.of(
                Map.of("text", "call Helena", "due", "2026-11-30T15:20:00Z"),
                Map.of("text", "confirm Warsaw", "owner", "tam-kim")));
    assertThat(form.value(BriefingForm.HYPOTHESES, NEW_YORK))
        .isEqualTo(
            List.of(
                Map.of("text", "DNS", "ruledOut", true),
                Map.of("text", "cache", "ruledOut", false)));
  }

  @Test
  void a_date_and_time_that_is_none_is_refused() {
    BriefingForm bad = new BriefingForm(Map.of(BriefingForm.PROMISES, "call\tyesterday"));

    assertThatThrownBy(() -> bad.value(BriefingForm.PROMISES, NEW_YORK))
        .isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void a_browsers_ends_of_lines_are_no_change() {
    assertThat(new BriefingForm(Map.of(BriefingForm.SUMMARY, "a\r\nb\r\n")))
        .isEqualTo(new BriefingForm(Map.of(BriefingForm.SUMMARY, "a\nb")));
  }
}
