package io.meridian.handoff.application.feed;

import java.util.List;

/** Files of calendar applications for tests. */
final class Ics {

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
