package io.meridian.console.client;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When nobody is on duty as primary, day by day and hole by hole.
 *
 * @param days those that have a hole
 * @param runs equal holes on following days, by their first
 * @param tzdb the version of the time zone rules by which it was computed
 */
public record CoverageDays(List<Day> days, List<Run> runs, Totals totals, String tzdb) {

  /**
   * A day that has a hole.
   *
   * @param minutes without a primary
   * @param agreedMinutes the part of them that a manager agreed to
   * @param causes the longest first
   */
  public record Day(LocalDate date, long minutes, long agreedMinutes, List<String> causes) {}

  /**
   * Equal holes, one a day.
   *
   * @param start of the first
   * @param end of the last
   * @param each how long one of them is
   * @param agreed the agreement that they may be; null without one
   * @param why the cause in words
   */
  public record Run(
      Instant start,
      Instant end,
      Duration each,
      int count,
      String cause,
      @Nullable UUID agreed,
      String why) {}

  /** How long in all. */
  public record Totals(Duration gap, Duration agreed) {}
}
