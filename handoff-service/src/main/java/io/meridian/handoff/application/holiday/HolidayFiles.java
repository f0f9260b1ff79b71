package io.meridian.handoff.application.holiday;

import io.meridian.handoff.application.calendar.Csv;
import io.meridian.rest.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads holidays from files that people have: CSV and iCalendar. */
public final class HolidayFiles {

  private static final int EVENT_DAYS_MAX = 31;

  private HolidayFiles() {}

  /**
   * Comma-separated values: the columns {@code date} and {@code name}, in this order or under a
   * first row that names them among others; a column {@code calendar} must say the calendar that
   * the file is for. What is wrong is named as {@code #line=7} (RFC 5147).
   *
   * @throws Problem 422
   */
  public static SortedMap<LocalDate, String> csv(String text, String calendar) {
    HolidayDates dates = new HolidayDates();
    List<Csv.Row> rows = Csv.rows(text);
    List<String> header =
        rows.isEmpty()
            ? List.of()
            : rows.getFirst().cells().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    boolean hasHeader = header.contains("date") && header.contains("name");
    int date = hasHeader ? header.indexOf("date") : 0;
    int name = hasHeader ? header.indexOf("name") : 1;
    int owner = hasHeader ? header.indexOf("calendar") : -1;
    for (Csv.Row row : hasHeader ? rows.subList(1, rows.size()) : rows) {
      String pointer = "#line=" + row.line();
      if (owner >= 0 && !row.cell(owner).equals(calendar)) {
        dates.refuse(pointer, "other-calendar", "is not of the calendar '" + calendar + "'");
        continue;
      }
      @Nullable LocalDate on = dates.date(pointer, row.cell(date));
      if (on != null) {
        dates.add(pointer, on, row.cell(name));
      }
    }
    return dates.all();
  }

  /**
   * An iCalendar (RFC 5545): each event is a holiday on every date from {@code DTSTART} to before
   * {@code DTEND}, under its {@code SUMMARY}. Events that recur are refused: they are to be written
   * out.
   *
   * @throws Problem 422
   */
  public static SortedMap<LocalDate, String> ics(String text) {
    HolidayDates dates = new HolidayDates();
    @Nullable Event event = null;
    int line = 0;
    String[] physical = text.split("\r?\n|\r", -1);
    for (int i = 0; i < physical.length; i++) {
      StringBuilder logical = new StringBuilder(physical[i]);
      line = i + 1;
      while (i + 1 < physical.length && physical[i + 1].matches("[ \t].*")) {
        logical.append(physical[++i].substring(1));
      }
      String content = logical.toString();
      if (content.equalsIgnoreCase("BEGIN:VEVENT")) {
        event = new Event(line);
      } else if (event != null && content.equalsIgnoreCase("END:VEVENT")) {
        add(dates, event);
        event = null;
      } else if (event != null) {
        event.read(content);
      }
    }
    return dates.all();
  }

  private static void add(HolidayDates dates, Event event) {
    String pointer = "#line=" + event.line;
    if (event.recurs) {
      dates.refuse(pointer, "recurs", "must be written out, an event for each year");
      return;
    }
    @Nullable LocalDate start = dates.date(pointer, event.start);
    LocalDate end = null;
    if (start != null) {
      end = event.end.isEmpty() ? start.plusDays(1) : dates.date(pointer, event.end);
    }
    if (start == null || end == null) {
      return;
    }
    if (!end.isAfter(start) || start.plusDays(EVENT_DAYS_MAX).isBefore(end)) {
      dates.refuse(pointer, "dates-reversed", "must last 1 to " + EVENT_DAYS_MAX + " days");
      return;
    }
    start.datesUntil(end).forEach(date -> dates.add(pointer, date, event.summary));
  }

  /** An event in the reading. */
  private static final class Event {
    private final int line;
    private String start = "";
    private String end = "";
    private String summary = "";
    private boolean recurs;

    Event(int line) {
      this.line = line;
    }

    void read(String content) {
      int colon = content.indexOf(':');
      if (colon < 0) {
        return;
      }
      String value = content.substring(colon + 1);
      switch (content.substring(0, colon).split(";", 2)[0].toUpperCase(Locale.ROOT)) {
        case "DTSTART" -> start = date(value);
        case "DTEND" -> end = date(value);
        case "SUMMARY" ->
            summary = value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\([,;\\\\])", "$1");
        case "RRULE", "RDATE" -> recurs = true;
        default -> {}
      }
    }

    /** {@code 20260131} or {@code 20260131T000000Z} as a date. */
    private static String date(String value) {
      return value.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(T.*)?$", "$1-$2-$3");
    }
  }
}
