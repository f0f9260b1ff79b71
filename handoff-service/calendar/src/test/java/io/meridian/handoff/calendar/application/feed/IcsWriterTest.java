package io.meridian.handoff.calendar.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.meridian.handoff.calendar.domain.feed.FeedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsWriterTest {

  private static final String HARD =
      "Łódź, ”Żółć”; back\\slash: 日本語のシフト表示テスト👩‍💻👩‍💻👩‍💻 and then a line of ordinary words, longer"
          + " than seventy-five octets in any case\nsecond line";

  @Test
  void every_line_has_at_most_75_octets_and_ends_with_crlf() {
    byte[] ics = IcsWriter.write("On call: " + HARD.lines().findFirst().orElseThrow(), events());
    String text = new String(ics, StandardCharsets.UTF_8);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(ics);
    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isBetween(1, 75);
    }
    assertThat(text).contains("\r\n ");
  }

  @Test
  void commas_semicolons_backslashes_and_line_ends_are_escaped() {
    String unfolded =
        new String(IcsWriter.write("x", events()), StandardCharsets.UTF_8).replace("\r\n ", "");
    assertThat(unfolded).contains("Łódź\\, ”Żółć”\\; back\\\\slash: 日本語").contains("case\\nsecond");
  }

  @Test
  void a_calendar_reads_what_was_meant() {
    List<ICalendar> read =
        Biweekly.parse(new String(IcsWriter.write("x", events()), StandardCharsets.UTF_8)).all();
    assertThat(read).hasSize(1);
    List<VEvent> all = read.getFirst().getEvents();
    VEvent first = all.getFirst();
    assertThat(first.getDescription().getValue()).isEqualTo(HARD);
    assertThat(first.getUid().getValue()).isEqualTo("u1@meridian");
    assertThat(first.getSequence().getValue()).isEqualTo(3);
    assertThat(first.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-03-29T00:59:00Z"));
    assertThat(first.getStatus().isConfirmed()).isTrue();
    assertThat(all.get(1).getStatus().isCancelled()).isTrue();
    assertThat(new String(IcsWriter.write("x", events()), StandardCharsets.UTF_8))
        .contains("DTSTART:20260329T005900Z\r\n")
        .contains("DTSTAMP:20260601T000000Z\r\n");
  }

  @Test
  void the_same_events_give_the_same_octets() {
    assertThat(IcsWriter.write("x", events())).isEqualTo(IcsWriter.write("x", events()));
  }

  private static List<FeedEvent> events() {
    return List.of(event("u1@meridian", 3, false), event("u2@meridian", 1, true));
  }

  private static FeedEvent event(String uid, int sequence, boolean isCancelled) {
    return new FeedEvent(
        uid,
        sequence,
        Instant.parse("2026-03-29T00:59:00Z"),
        Instant.parse("2026-03-29T08:00:00Z"),
        "EMEA on call: primary",
        HARD,
        "EMEA",
        true,
        isCancelled,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
