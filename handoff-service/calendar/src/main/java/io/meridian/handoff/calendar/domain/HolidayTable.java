package io.meridian.handoff.calendar.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays by calendar and date, as they are before a calendar adds to them.
 *
 * @param names name of the holiday by date, by calendar
 */
public record HolidayTable(Map<String, SortedMap<LocalDate, String>> names) {

  /** No holiday at all. */
  public static final HolidayTable NONE = new HolidayTable(Map.of());

  public HolidayTable {
    names = Map.copyOf(names);
  }

  /** The holidays of a holiday calendar: the table's, changed by what the calendar says. */
  public SortedMap<LocalDate, String> of(String holidays, Calendar calendar) {
    SortedMap<LocalDate, String> days = new TreeMap<>();
    if (names.containsKey(holidays)) {
      days.putAll(names.get(holidays));
    }
    calendar.holidays().stream()
        .filter(holiday -> holidays.equals(holiday.calendar()))
        .forEach(holiday -> change(days, holiday));
    return days;
  }

  /** The holidays of a region: those of the calendar that it keeps, changed by its own. */
  public SortedMap<LocalDate, String> of(Region region, Calendar calendar) {
    @Nullable String kept = region.holidays();
    SortedMap<LocalDate, String> days = kept == null ? new TreeMap<>() : of(kept, calendar);
    calendar.holidays().stream()
        .filter(holiday -> region.code().equals(holiday.region()))
        .forEach(holiday -> change(days, holiday));
    return days;
  }

  private static void change(SortedMap<LocalDate, String> days, Holiday holiday) {
    switch (holiday.kind()) {
      case HOLIDAY -> days.put(holiday.date(), holiday.name());
      case WORKDAY -> days.remove(holiday.date());
    }
  }
}
