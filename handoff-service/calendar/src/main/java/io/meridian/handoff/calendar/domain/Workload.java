package io.meridian.handoff.calendar.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When each TAM is on duty, by the shifts of a window.
 *
 * @param duties by id: maximal stretches of being primary or secondary, in order of time
 */
record Workload(SortedMap<String, List<Interval>> duties) {

  /** What shifts, in the order of their starts, make people do inside {@code [from, to)}. */
  static Workload of(List<Shift> shifts, Instant from, Instant to) {
    SortedMap<String, List<Interval>> duties = new TreeMap<>();
    for (Shift shift : shifts) {
      if (shift.intersects(from, to)) {
        Interval part =
            new Interval(
                shift.start().isBefore(from) ? from : shift.start(),
                shift.end().isAfter(to) ? to : shift.end());
        if (shift.primary() != null) {
          add(duties, shift.primary(), part);
        }
        if (shift.secondary() != null) {
          add(duties, shift.secondary(), part);
        }
      }
    }
    return new Workload(duties);
  }

  private static void add(Map<String, List<Interval>> duties, String tam, Interval part) {
    List<Interval> its = duties.computeIfAbsent(tam, t -> new ArrayList<>());
    if (its.isEmpty() || its.getLast().end().isBefore(part.start())) {
      its.add(part);
    } else if (its.getLast().end().isBefore(part.end())) {
      its.set(its.size() - 1, new Interval(its.getLast().start(), part.end()));
    }
  }

  List<Interval> of(String tam) {
    return duties.getOrDefault(tam, List.of());
  }

  Duration total(String tam) {
    return of(tam).stream()
        .map(duty -> Duration.between(duty.start(), duty.end()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The duty of a TAM in each week that has any, by the instant at which the week begins. */
  SortedMap<Instant, Duration> weeks(String tam, ZoneId zone) {
    SortedMap<Instant, Duration> weeks = new TreeMap<>();
    for (Interval duty : of(tam)) {
      LocalDate monday =
          LocalDate.ofInstant(duty.start(), zone)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      Instant week = WallClock.startOf(monday.atStartOfDay(), zone);
      while (week.isBefore(duty.end())) {
        monday = monday.plusWeeks(1);
        Instant next = WallClock.startOf(monday.atStartOfDay(), zone);
        Instant start = duty.start().isAfter(week) ? duty.start() : week;
        Instant end = duty.end().isBefore(next) ? duty.end() : next;
        if (start.isBefore(end)) {
          weeks.merge(week, Duration.between(start, end), Duration::plus);
        }
        week = next;
      }
    }
    return weeks;
  }
}
