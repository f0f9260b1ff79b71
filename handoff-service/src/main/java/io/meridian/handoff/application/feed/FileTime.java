package io.meridian.handoff.application.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

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
   * What an occurrence that starts here is known by, however the file writes it: {@code 20260710}
   * for a day, {@code 20260710T080000Z} for a time.
   */
  String key() {
    return isDay
        ? DateTimeFormatter.BASIC_ISO_DATE.format(wall.toLocalDate())
        : start().toString().replaceAll("[-:]|\\.\\d+", "");
  }
}
