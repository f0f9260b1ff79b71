package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import io.meridian.handoff.calendar.application.feed.LeaveItem.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of an event that repeats: those that are not over by {@code from} and start
 * before {@code to}, {@value #OCCURRENCES_MAX} at most.
 */
final class LeaveSeries {

  static final int OCCURRENCES_MAX = 500;

  private static final LocalDate EPOCH = LocalDate.EPOCH;

  private final FileTimes times;
  private final Instant from;
  private final Instant to;
  private final Steps steps;
  private final Map<String, Occurrence> found = new HashMap<>();
  private final Set<String> omitted = new HashSet<>();
  private @Nullable Instant beyond;

  LeaveSeries(FileTimes times, Instant from, Instant to, Steps steps) {
    this.times = times;
    this.from = from;
    this.to = to;
    this.steps = steps;
  }

  /** How many occurrences the rules of one file may still be followed through. */
  static final class Steps {
    private int left = 100_000;

    void take() {
      if (left-- <= 0) {
        throw new LeaveRefusal("too-long-ago", "repeats too often from its start to now");
      }
    }
  }

  /** Whether an event repeats. */
  static boolean isOne(VEvent event) {
    return event.getRecurrenceRule() != null
        || !event.getExceptionRules().isEmpty()
        || !event.getRecurrenceDates().isEmpty();
  }

  /**
   * The series of an event.
   *
   * @param apart the keys of the occurrences of which events of their own speak
   * @throws LeaveRefusal when it cannot be taken
   */
  LeaveItem.Series read(VEvent event, String uid, @Nullable String summary, Set<String> apart) {
    FileTime first = times.start(event);
    if (first.wall().toLocalDate().isBefore(EPOCH)) {
      throw new LeaveRefusal("too-long-ago", "starts before " + EPOCH);
    }
    LeaveLength length = LeaveLength.of(event, times, first);
    omitted.addAll(apart);
    except(event, first);
    add(first, length);
    follow(event, first, length);
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      add(dates, first, length);
    }
    List<Occurrence> all =
        found.values().stream().sorted(Comparator.comparing(Occurrence::start)).toList();
    return all.size() <= OCCURRENCES_MAX
        ? new LeaveItem.Series(uid, all, beyond, summary)
        : new LeaveItem.Series(
            uid, all.subList(0, OCCURRENCES_MAX), all.get(OCCURRENCES_MAX).start(), summary);
  }

  private void except(VEvent event, FileTime first) {
    for (ExceptionDates dates : event.getExceptionDates()) {
      for (ICalDate date : dates.getValues()) {
        omitted.add(times.of(dates, date).of(first).key());
      }
    }
  }

  private void follow(VEvent event, FileTime first, LeaveLength length) {
    RepeatRule rule = RepeatRule.of(event, times);
    if (rule == null) {
      return;
    }
    Iterator<LocalDateTime> walls = rule.after(first.wall());
    for (int nth = 2; walls.hasNext(); ) {
      steps.take();
      FileTime start = first.on(walls.next());
      if (start.wall().equals(first.wall())) {
        continue;
      }
      if (rule.isOverAt(start, nth++) || !add(start, length)) {
        return;
      }
    }
  }

  private void add(RecurrenceDates dates, FileTime first, LeaveLength length) {
    for (ICalDate date : dates.getDates()) {
      add(times.of(dates, date).of(first), length);
    }
    for (Period period : dates.getPeriods()) {
      FileTime start = times.of(dates, period.getStartDate());
      add(
          start,
          period.getDuration() == null
              ? LeaveLength.between(start, times.of(dates, period.getEndDate()))
              : LeaveLength.of(period.getDuration()));
    }
  }

  /** Takes an occurrence if it is one; false when it is too far ahead. */
  private boolean add(FileTime at, LeaveLength length) {
    Instant start = at.start();
    if (!start.isBefore(to)) {
      beyond = beyond == null || start.isBefore(beyond) ? start : beyond;
      return false;
    }
    Instant end = length.after(at);
    if (end.isAfter(from) && start.isBefore(end) && !omitted.contains(at.key())) {
      found.put(at.key(), new Occurrence(at.key(), start, end));
    }
    return true;
  }
}
