package io.meridian.handoff.calendar.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says about one date beyond the reviewed table of public holidays, or against it.
 *
 * @param calendar name of the holiday calendar, as regions refer to it; null when it is for one
 *     region
 * @param region code of the only region it is for; null when it is for every region that keeps the
 *     calendar
 */
public record Holiday(
    @Nullable String calendar, @Nullable String region, LocalDate date, String name, Kind kind) {

  public Holiday {
    if ((calendar == null) == (region == null)) {
      throw new IllegalArgumentException("a holiday is of a calendar or of a region");
    }
  }

  /** A holiday of a holiday calendar. */
  public Holiday(String calendar, LocalDate date, String name) {
    this(calendar, null, date, name, Kind.HOLIDAY);
  }

  /** What the date is. */
  public enum Kind {
    HOLIDAY,
    /** An ordinary day, although the table or the calendar has a holiday there. */
    WORKDAY
  }
}
