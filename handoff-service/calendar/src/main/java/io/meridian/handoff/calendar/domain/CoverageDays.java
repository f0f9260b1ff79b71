package io.meridian.handoff.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The gaps of a coverage as a year at a glance: how long nobody is there each day, and equal gaps
 * on following days as one.
 *
 * @param days the days that have a gap, in order; all others have none
 * @param runs by their first gap
 */
public record CoverageDays(List<Day> days, List<Run> runs) {

  /**
   * One day of a zone.
   *
   * @param uncovered how long no primary is on duty anywhere
   * @param agreed the part of it that a manager has agreed to
   * @param causes why, the longest part first
   */
  public record Day(
      LocalDate date, Duration uncovered, Duration agreed, List<CoverageGap.Cause> causes) {}

  /**
   * Gaps that begin and end at the same times of day of the zone, one a day on following days.
   *
   * @param start of the first gap
   * @param end of the last gap
   * @param from when each begins
   * @param to when each ends; at or before {@code from} on the next day
   * @param count how many gaps these are
   * @param agreed the agreement that counts in all of them; null when none does
   */
  public record Run(
      Instant start,
      Instant end,
      LocalTime from,
      LocalTime to,
      Duration each,
      int count,
      CoverageGap.Cause cause,
      @Nullable UUID agreed) {

    /** All gaps of the run together. */
    public Duration total() {
      return each.multipliedBy(count);
    }
  }

  /** The days and runs of these gaps, which are in order of time. */
  public static CoverageDays of(Collection<CoverageGap> gaps, ZoneId zone) {
    return new CoverageDays(days(gaps, zone), runs(gaps, zone));
  }

  private static List<Day> days(Collection<CoverageGap> gaps, ZoneId zone) {
    Map<LocalDate, List<CoverageGap>> byDate = new TreeMap<>();
    for (CoverageGap gap : gaps) {
      Instant at = gap.start();
      while (at.isBefore(gap.end())) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        Instant midnight = date.plusDays(1).atStartOfDay(zone).toInstant();
        Instant until = midnight.isBefore(gap.end()) ? midnight : gap.end();
        byDate
            .computeIfAbsent(date, day -> new ArrayList<>())
            .add(new CoverageGap(at, until, gap.cause(), gap.agreed()));
        at = until;
      }
    }
    return byDate.entrySet().stream().map(day -> day(day.getKey(), day.getValue())).toList();
  }

  private static Day day(LocalDate date, List<CoverageGap> parts) {
    Map<CoverageGap.Cause, Duration> causes = new TreeMap<>();
    parts.forEach(part -> causes.merge(part.cause(), part.length(), Duration::plus));
    return new Day(
        date,
        CoverageGap.total(parts),
        CoverageGap.total(parts.stream().filter(CoverageGap::isAgreed).toList()),
        causes.entrySet().stream()
            .sorted(Map.Entry.<CoverageGap.Cause, Duration>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList());
  }

  /** A run goes on with a gap on the next day; several a day make several runs side by side. */
  private static List<Run> runs(Collection<CoverageGap> gaps, ZoneId zone) {
    List<Run> runs = new ArrayList<>();
    for (CoverageGap gap : gaps) {
      Run one = run(gap, zone);
      int last = lastBefore(runs, one, zone);
      if (last < 0) {
        runs.add(one);
      } else {
        runs.set(last, extended(runs.get(last), one));
      }
    }
    return List.copyOf(runs);
  }

  private static Run run(CoverageGap gap, ZoneId zone) {
    return new Run(
        gap.start(),
        gap.end(),
        LocalTime.ofInstant(gap.start(), zone),
        LocalTime.ofInstant(gap.end(), zone),
        gap.length(),
        1,
        gap.cause(),
        gap.agreed());
  }

  /** The run that a gap goes on with, -1 without one. */
  private static int lastBefore(List<Run> runs, Run next, ZoneId zone) {
    LocalDate dayBefore = LocalDate.ofInstant(next.start(), zone).minusDays(1);
    for (int i = runs.size() - 1; i >= 0; i--) {
      Run run = runs.get(i);
      if (LocalDate.ofInstant(run.end().minus(run.each()), zone).equals(dayBefore)
          && isEqual(run, next)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEqual(Run run, Run next) {
    return run.from().equals(next.from())
        && run.to().equals(next.to())
        && run.each().equals(next.each())
        && run.cause() == next.cause()
        && Objects.equals(run.agreed(), next.agreed());
  }

  private static Run extended(Run run, Run by) {
    return new Run(
        run.start(),
        by.end(),
        run.from(),
        run.to(),
        run.each(),
        run.count() + 1,
        run.cause(),
        run.agreed());
  }
}
