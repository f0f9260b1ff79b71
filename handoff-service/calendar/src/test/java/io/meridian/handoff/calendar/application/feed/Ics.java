package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.handoff.calendar.domain.Calendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Files of calendar applications for tests. */
final class Ics {

  private static final CalendarDocument NO_LEAVE = CalendarDocument.of(Calendar.EMPTY);

  /** As an office application describes a zone that goes by no name of the tz database. */
  static final String OFFICE_ZONE =
      String.join(
          "\r\n",
          "BEGIN:VTIMEZONE",
          "TZID:W. Europe Standard Time",
          "BEGIN:STANDARD",
          "DTSTART:16010101T030000",
          "TZOFFSETFROM:+0200",
          "TZOFFSETTO:+0100",
          "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
          "END:STANDARD",
          "BEGIN:DAYLIGHT",
          "DTSTART:16010101T020000",
          "TZOFFSETFROM:+0100",
          "TZOFFSETTO:+0200",
          "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
          "END:DAYLIGHT",
          "END:VTIMEZONE");

  private Ics() {}

  /** What the reader of leave says of a file, for a TAM without leave. */
  static List<LeaveItem> read(String zone, Instant now, String ics) {
    return read(zone, now, TextFile.of(ics.getBytes(StandardCharsets.UTF_8), null), NO_LEAVE);
  }

  /** The same for a TAM with leave. */
  static List<LeaveItem> read(String zone, Instant now, TextFile file, CalendarDocument document) {
    return new LeaveReader(
            ZoneId.of(zone), "eva@example.com", now, new LeaveIds("tam-eva", document))
        .read(CalendarFile.of(file));
  }

  /** A file of components. */
  static String file(String... components) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + String.join("\r\n", components)
        + "\r\nEND:VCALENDAR\r\n";
  }

  /** An event of the UID {@code u1}. */
  static String event(String... properties) {
    return "BEGIN:VEVENT\r\nUID:u1\r\n"
        + String.join("\r\n", List.of(properties))
        + "\r\nEND:VEVENT";
  }
}
