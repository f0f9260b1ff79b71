package io.meridian.handoff.calendar.application.holiday;

import io.meridian.handoff.calendar.application.Csv;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.FileComponent;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.rest.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads holidays from files that people have: CSV and iCalendar. */
public final class HolidayFiles {

  private HolidayFiles() {}

  /**
   * Comma-separated values: the columns {@code date} and {@code name}, in this order or under a
   * first row that names them among others; a column {@code calendar} must say the calendar that
   * the file is for. What is wrong is named as {@code #line=7} (RFC 5147).
   *
   * @throws Problem 422
   */
  public static SortedMap<LocalDate, String> csv(TextFile file, String calendar) {
    HolidayDates dates = new HolidayDates();
    List<Csv.Row> rows = Csv.rows(file.text());
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
        dates.addOfFile(pointer, on, row.cell(name));
      }
    }
    return dates.all();
  }

  /**
   * An iCalendar (RFC 5545): each event is a holiday on every date from {@code DTSTART} to before
   * {@code DTEND}, under its {@code SUMMARY}, unless it is cancelled. Events that recur are
   * refused: they are to be written out.
   *
   * @throws Problem 422
   */
  public static SortedMap<LocalDate, String> ics(TextFile file) {
    HolidayDates dates = new HolidayDates();
    for (CalendarFile.Part calendar : CalendarFile.of(file).calendars()) {
      boolean isCancelled = calendar.property("METHOD").orElse("").equals("CANCEL");
      for (FileComponent event : calendar.all("VEVENT")) {
        HolidayEvent holiday = new HolidayEvent(event);
        if (!isCancelled && !holiday.isCancelled()) {
          holiday.addTo(dates);
        }
      }
    }
    return dates.all();
  }
}
