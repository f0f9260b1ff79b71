package io.meridian.bench;

import io.meridian.local.stack.Part;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three regions of one TAM each that take turns around the clock: the smallest calendar that hands
 * over. All in UTC, so that each day is as long as the other.
 */
final class TurnsCalendar {

  static final List<String> REGIONS = List.of("APAC", "EMEA", "AMER");

  private TurnsCalendar() {}

  /**
   * Applies it to a house without a calendar. The first turn of a day begins at midnight.
   *
   * @param hours from turn to turn; a day has a multiple of three turns
   * @param worked how many of them somebody is on duty: fewer leave a hole before the next turn
   */
  static void apply(BenchHouse house, int hours, int worked) {
    CalendarDraft draft = new CalendarDraft();
    for (String region : REGIONS) {
      String tam = tam(region);
      draft
          .region(region, "UTC", tam)
          .tam(tam, region, Map.of("email", tam + "@example.com"))
          .rotation(region, region, List.of(tam));
    }
    for (int start = 0; start < 24; start += hours) {
      String region = REGIONS.get(start / hours % REGIONS.size());
      draft.shift(
          region + "-" + start, region, clock(start), clock(start + worked), region, "WORKED");
    }
    RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().manager())
        .putNew("/api/v1/calendar", draft.document());
  }

  /** The one TAM of a region. */
  static String tam(String region) {
    return "tam-" + region.toLowerCase(Locale.ROOT);
  }

  private static String clock(int hour) {
    return LocalTime.of(hour % 24, 0).toString();
  }
}
