package io.meridian.handoff.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The local dates for which a pattern yields slots, counted without walking through them. */
record PatternDates(ShiftPattern pattern) implements Turns.DateCount {

  @Override
  public long before(LocalDate date) {
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

  /** Whether the pattern yields a slot for the date. */
  boolean contains(LocalDate date) {
    LocalDate last = pattern.effectiveUntil();
    return pattern.days().contains(date.getDayOfWeek())
        && !date.isBefore(pattern.effectiveFrom())
        && (last == null || date.isBefore(last));
  }
}
