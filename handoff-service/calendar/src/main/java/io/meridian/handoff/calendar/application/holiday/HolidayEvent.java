package io.meridian.handoff.calendar.application.holiday;

import io.meridian.handoff.calendar.application.file.ContentLine;
import io.meridian.handoff.calendar.application.file.FileComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event of an iCalendar file as a holiday. */
final class HolidayEvent {

  private static final int DAYS_MAX = 31;

  private final FileComponent event;

  HolidayEvent(FileComponent event) {
    this.event = event;
  }

  boolean isCancelled() {
    String status = value("STATUS").toUpperCase(Locale.ROOT);
    return event.isWhole() && (status.equals("CANCELLED") || status.equals("CANCELED"));
  }

  /** Adds each of its dates, or notes under the number of its line what is wrong with it. */
  void addTo(HolidayDates dates) {
    String pointer = "#line=" + event.line();
    if (!event.isWhole()) {
      dates.refuse(pointer, "malformed", "lacks a BEGIN or an END, itself or a part of it");
      return;
    }
    if (has("RRULE") || has("RDATE")) {
      dates.refuse(pointer, "recurs", "must be written out, an event for each year");
      return;
    }
    @Nullable LocalDate start = dates.date(pointer, date(value("DTSTART")));
    @Nullable LocalDate end = start == null ? null : end(dates, pointer, start);
    if (start == null || end == null) {
      return;
    }
    if (!end.isAfter(start) || start.plusDays(DAYS_MAX).isBefore(end)) {
      dates.refuse(pointer, "dates-reversed", "must last 1 to " + DAYS_MAX + " days");
      return;
    }
    String name = value("SUMMARY").replaceAll("\\\\[nN]", " ").replaceAll("\\\\([,;\\\\])", "$1");
    start.datesUntil(end).forEach(date -> dates.addOfFile(pointer, date, name));
  }

  private @Nullable LocalDate end(HolidayDates dates, String pointer, LocalDate start) {
    if (has("DTEND")) {
      return dates.date(pointer, date(value("DTEND")));
    }
    if (!has("DURATION")) {
      return start.plusDays(1);
    }
    try {
      return start.plus(Period.parse(value("DURATION")));
    } catch (DateTimeException e) {
      dates.refuse(pointer, "malformed", "must last whole days, as DURATION:P2D");
      return null;
    }
  }

  private boolean has(String name) {
    return event.properties().stream().anyMatch(line -> line.name().equals(name));
  }

  private String value(String name) {
    return event.properties().stream()
        .filter(line -> line.name().equals(name))
        .map(ContentLine::value)
        .map(value -> value == null ? "" : value)
        .findFirst()
        .orElse("");
  }

  /** {@code 20260131} or {@code 20260131T000000Z} as a date. */
  private static String date(String value) {
    return value.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(T.*)?$", "$1-$2-$3");
  }
}
