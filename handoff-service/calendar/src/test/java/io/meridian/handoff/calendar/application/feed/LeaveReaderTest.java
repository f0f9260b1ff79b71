package io.meridian.handoff.calendar.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveReaderTest {

  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void all_day_events_are_days_of_the_tams_zone_also_where_clocks_change_at_midnight() {
    assertThat(one("Europe/London", "DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260708"))
        .isEqualTo(away("2026-07-05T23:00:00Z", "2026-07-07T23:00:00Z"));
    assertThat(one("Asia/Singapore", "DTSTART;VALUE=DATE:20260706"))
        .isEqualTo(away("2026-07-05T16:00:00Z", "2026-07-06T16:00:00Z"));
    assertThat(one("America/Santiago", "DTSTART;VALUE=DATE:20260906", "DTEND;VALUE=DATE:20260907"))
        .isEqualTo(away("2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z"));
  }

  @Test
  void times_are_utc_of_their_zone_or_of_the_tams() {
    assertThat(one("Europe/London", "DTSTART:20260706T080000Z", "DTEND:20260706T090000Z"))
        .isEqualTo(away("2026-07-06T08:00:00Z", "2026-07-06T09:00:00Z"));
    assertThat(one("Asia/Singapore", "DTSTART:20260706T080000", "DURATION:PT2H"))
        .isEqualTo(away("2026-07-06T00:00:00Z", "2026-07-06T02:00:00Z"));
    assertThat(
            one(
                "Asia/Singapore",
                "DTSTART;TZID=America/New_York:20260706T080000",
                "DTEND;TZID=America/New_York:20260706T090000"))
        .isEqualTo(away("2026-07-06T12:00:00Z", "2026-07-06T13:00:00Z"));
  }

  @Test
  void days_of_a_duration_are_days_on_the_wall_and_hours_are_hours() {
    assertThat(one("Europe/London", "DTSTART;TZID=Europe/London:20261024T220000", "DURATION:P1D"))
        .isEqualTo(away("2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z"));
    assertThat(one("Europe/London", "DTSTART;TZID=Europe/London:20261024T220000", "DURATION:PT8H"))
        .isEqualTo(away("2026-10-24T21:00:00Z", "2026-10-25T05:00:00Z"));
    assertThat(
            one(
                "Europe/London",
                "DTSTART;TZID=Europe/London:20261024T220000",
                "DTEND;TZID=Europe/London:20261025T060000"))
        .isEqualTo(away("2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20260706T080000Z|no-end",
        "DTEND:20260706T080000Z|no-start",
        "DTSTART:20260706T080000Z;DTEND:20260706T080000Z|dates-reversed",
        "DTSTART;VALUE=DATE:20260706~DTEND;VALUE=DATE:tomorrow|malformed",
        "DTSTART:20260706T080000Z~DURATION:-PT1H|dates-reversed",
        "DTSTART:20261306T080000Z~DURATION:PT1H|malformed",
        "DTSTART;TZID=Middle Earth:20260706T080000~DURATION:PT1H|unknown-zone",
        "DTSTART:yesterday~DTEND:20260706T080000Z|no-start"
      })
  void what_cannot_be_taken_says_why(String lines, String code) {
    String[] properties = lines.replace(";DTEND", "~DTEND").split("~");
    assertThat(one("Europe/London", properties))
        .isInstanceOfSatisfying(
            LeaveItem.Unreadable.class, item -> assertThat(item.code()).isEqualTo(code));
  }

  @Test
  void a_cancelled_event_and_one_without_a_uid_are_told_apart() {
    assertThat(one("Europe/London", "DTSTART;VALUE=DATE:20260706", "STATUS:CANCELLED"))
        .isEqualTo(new LeaveItem.NoLeave("u1", null, "is cancelled"));
    assertThat(read("Europe/London", "DTSTART;VALUE=DATE:20260706").getFirst())
        .isInstanceOf(LeaveItem.Unreadable.class);
    assertThat(Ics.read("UTC", NOW, "no calendar at all")).isEmpty();
  }

  private static LeaveItem away(String start, String end) {
    return new LeaveItem.Away("u1", null, Instant.parse(start), Instant.parse(end), null);
  }

  private static LeaveItem one(String zone, String... properties) {
    return read(zone, "UID:u1\r\n" + String.join("\r\n", properties)).getFirst();
  }

  private static List<LeaveItem> read(String zone, String properties) {
    String ics =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
            + properties
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    return Ics.read(zone, NOW, ics);
  }
}
