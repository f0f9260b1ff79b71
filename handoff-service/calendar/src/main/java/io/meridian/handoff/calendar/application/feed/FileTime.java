package io.meridian.handoff.calendar.application.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date or a time of a file.
 *
 * @param isDay a date without a time: {@code wall} is its midnight
 */
record FileTime(LocalDateTime wall, boolean isDay, WallTimes zone) {

  /** As the start of something. */
  Instant start() {
    return zone.startOf(wall);
  }

  /** The same at another wall time. */
  FileTime on(LocalDateTime other) {
    return new FileTime(other, isDay, zone);
  }

  /**
   * The same as the start of an occurrence of an event: applications write a day of an all-day
   * event as its midnight too, and a time of another as its day.
   *
   * @param first when the event starts at first
   * @throws LeaveRefusal when the event has no occurrence that starts so
   */
  FileTime of(FileTime first) {
    if (isDay == first.isDay) {
      return this;
    }
    if (isDay) {
      return first.on(wall.toLocalDate().atTime(first.wall.toLocalTime()));
    }
    return day(first.zone)
        .orElseThrow(
            () -> new LeaveRefusal("malformed", "is of days, and names the time " + key()));
  }

  /** The day of which this is the midnight, where it is written or in a zone. */
  Optional<FileTime> day(WallTimes own) {
    if (isDay || wall.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return Optional.of(new FileTime(wall.toLocalDate().atStartOfDay(), true, own));
    }
    return Stream.of(-1, 0, 1)
        .map(days -> new FileTime(wall.toLocalDate().plusDays(days).atStartOfDay(), true, own))
        .filter(midnight -> midnight.start().equals(start()))
        .findFirst();
  }

  /**
   * What an occurrence that starts here is known by, however the file writes it: {@code 20260710}
   * for a day, {@code 20260710T080000Z} for a time.
   */
  String key() {
    return isDay
        ? DateTimeFormatter.BASIC_ISO_DATE.format(wall.toLocalDate())
        : start().toString().replaceAll("[-:]|\\.\\d+", "");
  }
}
