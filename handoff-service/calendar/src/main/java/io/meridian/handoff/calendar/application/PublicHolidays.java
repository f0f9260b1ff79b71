package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.HolidayTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reviewed table of public holidays, {@code holidays.csv}; deploy/holidays says whence. */
@ApplicationScoped
public class PublicHolidays {

  private static final String FILE = "/holidays.csv";
  private static final int COLUMNS = 5;

  private final Map<String, SortedMap<LocalDate, Day>> days = read();
  private final HolidayTable table = new HolidayTable(names(days));

  /**
   * A holiday of the table.
   *
   * @param kind PUBLIC, OBSERVED (the day off for a holiday on a weekend) or ESTIMATED
   * @param source where it is from
   */
  public record Day(String name, String kind, String source) {}

  /** The names of the holidays, for computing. */
  public HolidayTable table() {
    return table;
  }

  /** The table itself: the holidays by date, by calendar. */
  public Map<String, SortedMap<LocalDate, Day>> days() {
    return days;
  }

  private static Map<String, SortedMap<LocalDate, Day>> read() {
    Map<String, SortedMap<LocalDate, Day>> days = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(PublicHolidays.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Csv.Row row : Csv.rows(text)) {
        if (row.cells().size() != COLUMNS) {
          throw new IllegalStateException(FILE + " line " + row.line() + " is malformed");
        }
        if (!row.cell(0).equals("calendar")) {
          days.computeIfAbsent(row.cell(0), calendar -> new TreeMap<>())
              .put(LocalDate.parse(row.cell(1)), new Day(row.cell(2), row.cell(3), row.cell(4)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(days);
  }

  private static Map<String, SortedMap<LocalDate, String>> names(
      Map<String, SortedMap<LocalDate, Day>> days) {
    Map<String, SortedMap<LocalDate, String>> names = new HashMap<>();
    days.forEach(
        (calendar, its) -> {
          SortedMap<LocalDate, String> byDate = new TreeMap<>();
          its.forEach((date, day) -> byDate.put(date, day.name()));
          names.put(calendar, byDate);
        });
    return names;
  }
}
