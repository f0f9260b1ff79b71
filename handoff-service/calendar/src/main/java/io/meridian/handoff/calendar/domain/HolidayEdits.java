package io.meridian.handoff.calendar.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Edits of what a calendar says about holidays. */
public final class HolidayEdits {

  private HolidayEdits() {}

  /**
   * A holiday calendar has, in the years of {@code days}, exactly those holidays; other years stay
   * as they are. What the table says as well is left to the table; what it alone says becomes an
   * ordinary day.
   */
  public static Calendar replace(
      Calendar calendar, HolidayTable table, String name, SortedMap<LocalDate, String> days) {
    Set<Integer> years = days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
    SortedMap<LocalDate, String> known = table.names().getOrDefault(name, new TreeMap<>());
    List<Holiday> own = new ArrayList<>();
    days.forEach(
        (date, holiday) -> {
          if (!holiday.equals(known.get(date))) {
            own.add(new Holiday(name, date, holiday));
          }
        });
    known.forEach(
        (date, holiday) -> {
          if (years.contains(date.getYear()) && !days.containsKey(date)) {
            own.add(new Holiday(name, null, date, holiday, Holiday.Kind.WORKDAY));
          }
        });
    return with(
        calendar, h -> name.equals(h.calendar()) && years.contains(h.date().getYear()), own);
  }

  /** A holiday calendar has those holidays too. */
  public static Calendar add(
      Calendar calendar, HolidayTable table, String name, SortedMap<LocalDate, String> days) {
    Map<LocalDate, String> known = table.names().getOrDefault(name, new TreeMap<>());
    List<Holiday> own = new ArrayList<>();
    days.forEach(
        (date, holiday) -> {
          if (!holiday.equals(known.get(date))) {
            own.add(new Holiday(name, date, holiday));
          }
        });
    return with(calendar, h -> name.equals(h.calendar()) && days.containsKey(h.date()), own);
  }

  /** A region has exactly these dates of its own. */
  public static Calendar ofRegion(Calendar calendar, String region, List<Holiday> days) {
    return with(calendar, h -> region.equals(h.region()), days);
  }

  /** A region has these dates of its own too. */
  public static Calendar addOfRegion(Calendar calendar, String region, List<Holiday> days) {
    Set<LocalDate> dates = days.stream().map(Holiday::date).collect(Collectors.toSet());
    return with(calendar, h -> region.equals(h.region()) && dates.contains(h.date()), days);
  }

  private static Calendar with(Calendar calendar, Predicate<Holiday> replaced, List<Holiday> own) {
    List<Holiday> all = new ArrayList<>(calendar.holidays());
    all.removeIf(replaced);
    all.addAll(own);
    return calendar.withHolidays(all);
  }
}
