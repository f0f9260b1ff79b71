package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which a pattern's slot is of zero length, because the clocks skip all of it. They
 * are found as far ahead as was asked.
 */
final class DroppedDates {

  private final ShiftPattern pattern;
  private volatile Known known;

  /** Those before a date. */
  private record Known(LocalDate until, List<LocalDate> dates) {}

  DroppedDates(ShiftPattern pattern) {
    this.pattern = pattern;
    this.known = new Known(pattern.effectiveFrom(), List.of());
  }

  /** How many are before the date. */
  long before(LocalDate date) {
    Known now = known;
    if (date.isAfter(now.until())) {
      now = find(date.plusYears(1));
      known = now;
    }
    return before(date, now.dates());
  }

  /** How many of dates in order are before a date. */
  static long before(LocalDate date, List<LocalDate> dates) {
    int place = Collections.binarySearch(dates, date);
    return place < 0 ? -place - 1 : place;
  }

  static boolean isDropped(ShiftPattern pattern, LocalDate date) {
    return !Slot.startOn(pattern, date).isBefore(Slot.endOn(pattern, date));
  }

  private Known find(LocalDate until) {
    List<LocalDate> dates = new ArrayList<>();
    Instant end = WallClock.startOf(until.atStartOfDay(), pattern.zone());
    @Nullable ZoneOffsetTransition change =
        next(
            WallClock.startOf(pattern.effectiveFrom().atStartOfDay(), pattern.zone())
                .minusSeconds(1));
    while (change != null && !change.getInstant().isAfter(end)) {
      if (change.isGap()) {
        add(dates, change, until);
      }
      change = next(change.getInstant());
    }
    return new Known(until, List.copyOf(dates));
  }

  private void add(List<LocalDate> dates, ZoneOffsetTransition gap, LocalDate until) {
    LocalDate last = gap.getDateTimeAfter().toLocalDate();
    LocalDate date = gap.getDateTimeBefore().toLocalDate();
    for (; !date.isAfter(last) && date.isBefore(until); date = date.plusDays(1)) {
      if (PatternDates.isOn(pattern, date) && isDropped(pattern, date)) {
        dates.add(date);
      }
    }
  }

  private @Nullable ZoneOffsetTransition next(Instant at) {
    return pattern.zone().getRules().nextTransition(at);
  }
}
