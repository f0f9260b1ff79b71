package io.meridian.handoff.calendar.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * The local dates for which a pattern yields a shift that exists, counted without walking through
 * them: those of its days and effective dates, without the dropped ones and those that are off.
 */
final class PatternDates implements SlotCount.DateCount {

  private final ShiftPattern pattern;
  private final DroppedDates dropped;
  private final List<LocalDate> off;

  /**
   * @param holidays dates on which a pattern that is off on holidays has no shift
   */
  PatternDates(ShiftPattern pattern, Collection<LocalDate> holidays) {
    this.pattern = pattern;
    this.dropped = new DroppedDates(pattern);
    this.off = pattern.holidayPolicy() instanceof HolidayPolicy.Off ? those(holidays) : List.of();
  }

  @Override
  public long before(LocalDate date) {
    return onDays(date) - dropped.before(date) - DroppedDates.before(date, off);
  }

  /** The dates among these for which the pattern yields a shift, off or not, in order. */
  List<LocalDate> those(Collection<LocalDate> dates) {
    return dates.stream()
        .filter(date -> isOn(pattern, date) && !DroppedDates.isDropped(pattern, date))
        .sorted()
        .toList();
  }

  private long onDays(LocalDate date) {
    LocalDate first = pattern.effectiveFrom();
    LocalDate last = pattern.effectiveUntil();
    LocalDate until = last != null && last.isBefore(date) ? last : date;
    long days = ChronoUnit.DAYS.between(first, until);
    if (days <= 0) {
      return 0;
    }
    long count = days / 7 * pattern.days().size();
    for (LocalDate d = until.minusDays(days % 7); d.isBefore(until); d = d.plusDays(1)) {
      count += pattern.days().contains(d.getDayOfWeek()) ? 1 : 0;
    }
    return count;
  }

  /** Whether the date is one of the pattern's days and effective dates. */
  static boolean isOn(ShiftPattern pattern, LocalDate date) {
    LocalDate last = pattern.effectiveUntil();
    return pattern.days().contains(date.getDayOfWeek())
        && !date.isBefore(pattern.effectiveFrom())
        && (last == null || date.isBefore(last));
  }
}
