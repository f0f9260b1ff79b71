package io.meridian.handoff.calendar.application.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Files in the shapes in which calendar applications and public collections have them. */
enum PublicFiles {
  GOOGLE {
    @Override
    String event(Random random, int n) {
      String day = day(random);
      return n % 2 == 0
          ? lines(
              "DTSTART;TZID=America/New_York:" + day + "T090000",
              "DTEND;TZID=America/New_York:" + day + "T170000",
              "RRULE:FREQ=WEEKLY;UNTIL=20271231T045959Z;BYDAY=MO,TH",
              "EXDATE;TZID=America/New_York:20270805T090000",
              "DTSTAMP:20261102T100000Z",
              "UID:google-" + n + "@google.com",
              "SEQUENCE:" + random.nextInt(4),
              "STATUS:CONFIRMED",
              "SUMMARY:Focus \uD83C\uDF34 " + n,
              "TRANSP:OPAQUE")
          : lines(
              "DTSTART;VALUE=DATE:" + day,
              "DURATION:P" + (1 + random.nextInt(20)) + "D",
              "DTSTAMP:20261102T100000Z",
              "UID:google-" + n + "@google.com",
              "DESCRIPTION:first line\\nBEGIN:VEVENT\\nsecond",
              "LAST-MODIFIED:20261101T100000Z",
              "SUMMARY:Ferien");
    }
  },
  OUTLOOK {
    @Override
    String head() {
      return lines("METHOD:PUBLISH", "X-MS-OLK-FORCEINSPECTOROPEN:TRUE", Ics.OFFICE_ZONE);
    }

    @Override
    String event(Random random, int n) {
      String day = day(random);
      return lines(
          "CLASS:PUBLIC",
          "UID:040000008200E00074C5B7101A82E00800000000" + n,
          "DTSTART;TZID=\"W. Europe Standard Time\":" + day + "T080000",
          "DTEND;TZID=\"W. Europe Standard Time\":" + day + "T163000",
          n % 3 == 0 ? "RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=-1FR" : "PRIORITY:5",
          "SUMMARY;LANGUAGE=de:Gro\u00dfes Fest \\, mit Komma",
          "X-ALT-DESC;FMTTYPE=text/html:<html>a:b;c</html>",
          "BEGIN:VALARM",
          "TRIGGER:-PT15M",
          "ACTION:DISPLAY",
          "DESCRIPTION:Reminder",
          "END:VALARM");
    }
  },
  APPLE {
    @Override
    String head() {
      return lines(
          "CALSCALE:GREGORIAN",
          "X-WR-TIMEZONE:Europe/London",
          "BEGIN:VTIMEZONE",
          "TZID:Europe/London",
          "BEGIN:DAYLIGHT",
          "TZOFFSETFROM:+0000",
          "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
          "DTSTART:19810329T010000",
          "TZNAME:BST",
          "TZOFFSETTO:+0100",
          "END:DAYLIGHT",
          "BEGIN:STANDARD",
          "TZOFFSETFROM:+0100",
          "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
          "DTSTART:19961027T020000",
          "TZNAME:GMT",
          "TZOFFSETTO:+0000",
          "END:STANDARD",
          "END:VTIMEZONE");
    }

    @Override
    String event(Random random, int n) {
      String day = day(random);
      return lines(
          "CREATED:20261101T100000Z",
          "UID:B9E1-" + n,
          "DTEND;TZID=Europe/London:" + day + "T180000",
          "SUMMARY:\u4F11\u6687",
          "DTSTART;TZID=Europe/London:" + day + "T100000",
          "DTSTAMP:20261101T100000Z",
          "SEQUENCE:0",
          "BEGIN:VALARM",
          "X-WR-ALARMUID:A" + n,
          "UID:A" + n,
          "TRIGGER:-PT30M",
          "DURATION:PT5M",
          "END:VALARM");
    }
  },
  HOLIDAYS {
    @Override
    String event(Random random, int n) {
      return lines(
          "UID:holiday-" + n,
          "DTSTAMP:20261101T100000Z",
          "DTSTART;VALUE=DATE:" + day(random),
          "RRULE:FREQ=YEARLY;INTERVAL=1",
          "CATEGORIES:Holidays",
          "SUMMARY;LANGUAGE=ja:\u5143\u65E5");
    }
  };

  /** Those before the events. */
  String head() {
    return "X-WR-CALNAME:Calendar";
  }

  abstract String event(Random random, int n);

  /** A file of this shape, as its parts: what is before the events, each event, what is after. */
  List<String> parts(Random random, int events) {
    List<String> parts = new ArrayList<>();
    parts.add(lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", head()));
    IntStream.range(0, events)
        .mapToObj(n -> lines("BEGIN:VEVENT", event(random, n), "END:VEVENT"))
        .forEach(parts::add);
    parts.add("END:VCALENDAR\r\n");
    return parts;
  }

  private static String day(Random random) {
    return "20270%d%02d".formatted(1 + random.nextInt(9), 1 + random.nextInt(28));
  }

  private static String lines(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line);
      if (!line.endsWith("\r\n")) {
        text.append("\r\n");
      }
    }
    return text.toString();
  }
}
