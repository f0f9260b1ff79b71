package io.meridian.console.page;

import io.meridian.console.page.CalendarPage.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What of the calendar is looked at; all of it is in the address, so that it can be sent on.
 *
 * @param on a day of the month or week that is shown
 * @param region its code; {@code all} for all, null for the reader's own
 * @param mine whether only the reader's own shifts are shown, of whatever region
 */
record CalendarFilter(View view, LocalDate on, @Nullable String region, boolean mine) {

  /** As an address says it; what cannot be read is as if it were not there. */
  static CalendarFilter of(
      @Nullable String view,
      @Nullable String on,
      @Nullable String region,
      @Nullable String mine,
      LocalDate today) {
    return new CalendarFilter(
        Arrays.stream(View.values())
            .filter(one -> one.word().equals(view))
            .findFirst()
            .orElse(View.AGENDA),
        day(on, today),
        region,
        mine != null);
  }

  private static LocalDate day(@Nullable String text, LocalDate today) {
    try {
      LocalDate day = text == null ? today : LocalDate.parse(text);
      return Math.abs(day.getYear() - today.getYear()) > 100 ? today : day;
    } catch (DateTimeException e) {
      return today;
    }
  }

  /** The first day that is shown. */
  LocalDate first() {
    return view == View.LANES
        ? on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        : on.withDayOfMonth(1);
  }

  /** The day after the last that is shown. */
  LocalDate end() {
    return view == View.LANES ? first().plusWeeks(1) : first().plusMonths(1);
  }

  YearMonth month() {
    return YearMonth.from(on);
  }

  CalendarFilter on(LocalDate day) {
    return new CalendarFilter(view, day, region, mine);
  }

  CalendarFilter seenAs(View other) {
    return new CalendarFilter(other, on, region, mine);
  }

  CalendarFilter of(@Nullable String code) {
    return new CalendarFilter(view, on, code, false);
  }

  CalendarFilter ofReader() {
    return new CalendarFilter(view, on, region, true);
  }

  /** Where it is shown. */
  String address() {
    return "/calendar?view="
        + view.word()
        + "&on="
        + on
        + (region == null ? "" : "&region=" + URLEncoder.encode(region, StandardCharsets.UTF_8))
        + (mine ? "&mine=on" : "");
  }
}
