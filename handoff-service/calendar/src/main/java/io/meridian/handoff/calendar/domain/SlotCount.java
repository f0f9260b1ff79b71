package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Counts the slots of one pattern that a rotation deals.
 *
 * @param dates how many of the pattern's dates, from its first effective one, are before a date
 */
record SlotCount(ShiftPattern pattern, DateCount dates) {

  /** How many slots start before the instant. */
  long before(Instant at) {
    LocalDate date = LocalDate.ofInstant(at, pattern.zone()).minusDays(1);
    while (Slot.startOn(pattern, date).isBefore(at)) {
      date = date.plusDays(1);
    }
    return dates.before(date);
  }

  /** How many slots start at or before the instant. */
  long upTo(Instant at) {
    return before(at.plusNanos(1));
  }

  /** How many dates are before a date. */
  @FunctionalInterface
  interface DateCount {
    long before(LocalDate date);
  }
}
