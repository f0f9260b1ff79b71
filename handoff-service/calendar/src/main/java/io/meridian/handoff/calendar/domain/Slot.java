package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern yields for one local date: {@code [start, end)}, never of zero length.
 *
 * @param holiday name of the region's holiday on that date
 */
record Slot(
    ShiftPattern pattern, LocalDate date, Instant start, Instant end, @Nullable String holiday) {

  /**
   * Local dates looked at before and after the window's own: a slot reaches into the next date, and
   * a zone may skip or repeat a whole day.
   */
  private static final int MARGIN_DAYS = 3;

  /** The order in which rotations deal slots. */
  static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::start).thenComparing(slot -> slot.pattern().id());

  /** The slot is not worked, because of a holiday. */
  boolean isOff() {
    return holiday != null && pattern.holidayPolicy() instanceof HolidayPolicy.Off;
  }

  /** Whether both are what one pattern yields for one date, whatever its times were and are. */
  boolean isOfTheDateOf(Slot other) {
    return date.equals(other.date()) && pattern.id().equals(other.pattern().id());
  }

  boolean intersects(Instant from, Instant to) {
    return start.isBefore(to) && from.isBefore(end);
  }

  /**
   * The slots of a pattern that share an instant with {@code [from, to)}, by date.
   *
   * @param holidays the region's holidays by date
   */
  static List<Slot> of(
      ShiftPattern pattern, Map<LocalDate, String> holidays, Instant from, Instant to) {
    LocalDate date = LocalDate.ofInstant(from, pattern.zone()).minusDays(MARGIN_DAYS);
    if (date.isBefore(pattern.effectiveFrom())) {
      date = pattern.effectiveFrom();
    }
    LocalDate until = LocalDate.ofInstant(to, pattern.zone()).plusDays(MARGIN_DAYS);
    if (pattern.effectiveUntil() != null && pattern.effectiveUntil().isBefore(until)) {
      until = pattern.effectiveUntil();
    }
    List<Slot> slots = new ArrayList<>();
    for (; date.isBefore(until); date = date.plusDays(1)) {
      if (pattern.days().contains(date.getDayOfWeek())) {
        Instant start = startOn(pattern, date);
        Instant end = endOn(pattern, date);
        if (start.isBefore(end) && start.isBefore(to) && from.isBefore(end)) {
          slots.add(new Slot(pattern, date, start, end, holidays.get(date)));
        }
      }
    }
    return slots;
  }

  /** The instant at which the pattern's slot for the date starts. */
  static Instant startOn(ShiftPattern pattern, LocalDate date) {
    return WallClock.startOf(date.atTime(pattern.start()), pattern.zone());
  }

  /** The instant at which the pattern's slot for the date ends: the same when it is dropped. */
  static Instant endOn(ShiftPattern pattern, LocalDate date) {
    boolean overnight = !pattern.end().isAfter(pattern.start());
    LocalDate endDate = overnight ? date.plusDays(1) : date;
    return WallClock.endOf(endDate.atTime(pattern.end()), pattern.zone());
  }
}
