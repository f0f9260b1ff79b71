package io.meridian.handoff.calendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that yields one slot for each local date in its days and effective dates.
 *
 * @param start wall time in {@code zone}, to the second
 * @param end wall time; at or before {@code start} it means the next day, so that equal ends make
 *     24 hours
 * @param effectiveFrom first local date
 * @param effectiveUntil first local date that is no longer effective; null: for ever
 * @param rotations ids; at most one of tier PRIMARY and one of SECONDARY, any number of SHADOW
 */
public record ShiftPattern(
    String id,
    String region,
    ZoneId zone,
    Set<DayOfWeek> days,
    LocalTime start,
    LocalTime end,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    List<String> rotations,
    HolidayPolicy holidayPolicy) {

  public ShiftPattern {
    days = Set.copyOf(days);
    rotations = List.copyOf(rotations);
  }
}
