package io.meridian.handoff.application.feed;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

/** Occurrences that a rule makes and that are not, or are told by events of their own. */
final class Omissions {

  private final Set<String> keys = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();

  /**
   * Takes out the occurrence that starts here; a mere date takes all that start on it, and a
   * midnight the day that some applications mean by it.
   */
  void add(FileTime start) {
    keys.add(start.key());
    if (start.wall().toLocalTime().equals(LocalTime.MIDNIGHT)) {
      keys.add(new FileTime(start.wall(), true, start.zone()).key());
    }
    if (start.isDay()) {
      days.add(start.wall().toLocalDate());
    }
  }

  /** Takes out what an event itself excepts. */
  Omissions with(VEvent event, FileTimes times) {
    Omissions all = new Omissions();
    all.keys.addAll(keys);
    all.days.addAll(days);
    for (ExceptionDates dates : event.getExceptionDates()) {
      for (ICalDate date : dates.getValues()) {
        all.add(times.of(dates, date));
      }
    }
    return all;
  }

  boolean contains(FileTime start) {
    return keys.contains(start.key()) || days.contains(start.wall().toLocalDate());
  }
}
