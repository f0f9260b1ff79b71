package io.meridian.handoff.calendar.application.holiday;

import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the dates of an upload, and what is wrong with them. */
public final class HolidayDates {

  private static final int DATES_MAX = 5_000;
  private static final int NAME_MAX = 200;

  /** Years have four digits: further ahead nobody can write them. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final SortedMap<LocalDate, String> days = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Notes what is wrong. */
  public void refuse(String pointer, String code, String detail) {
    violations.add(new Violation(pointer, code, detail));
  }

  /** The date of a text as {@code 2026-01-31}; null when it is none, which is noted. */
  public @Nullable LocalDate date(String pointer, String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException e) {
      refuse(pointer, "malformed", "must be a date as 2026-01-31");
      return null;
    }
  }

  /** A holiday of a file, whose octets may be no text. */
  void addOfFile(String pointer, LocalDate date, String name) {
    if (name.indexOf(TextFile.NO_TEXT) >= 0) {
      refuse(
          pointer, "malformed", "is no text of this charset: say the file's in the Content-Type");
    } else {
      add(pointer, date, name);
    }
  }

  /** A holiday; two of one date are named together. */
  public void add(String pointer, LocalDate date, String name) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > NAME_MAX) {
      refuse(pointer, "required", "needs a name of 1 to " + NAME_MAX + " characters");
    } else if (name.indexOf(0) >= 0) {
      refuse(pointer, "malformed", "must be a name without NUL characters");
    } else {
      days.merge(date, name.strip(), (a, b) -> a.equals(b) ? a : a + " / " + b);
    }
  }

  /**
   * All dates with their names.
   *
   * @throws Problem 422 when something is wrong, there is no date, or there are more than 5,000
   */
  public SortedMap<LocalDate, String> all() {
    if (days.isEmpty() && violations.isEmpty()) {
      refuse("", "empty", "has no holiday");
    } else if (days.size() > DATES_MAX) {
      refuse("", "too-many", "must have at most " + DATES_MAX + " dates");
    }
    if (!violations.isEmpty()) {
      throw Problem.unprocessable(violations);
    }
    return days;
  }
}
