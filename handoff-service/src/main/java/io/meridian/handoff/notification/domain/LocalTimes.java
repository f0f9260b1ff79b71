package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the reader's clock on the wall shows them. */
final class LocalTimes {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final Instant now;

  LocalTimes(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** {@code 15:00} today, {@code Mon 9 Mar 15:00} on another day. */
  String at(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return local.format(today ? TIME : DAY);
  }

  /** The same with the zone: {@code 15:00 (Europe/London)}. */
  String in(Instant instant) {
    return at(instant) + " (" + zone.getId() + ")";
  }

  /** {@code 22:00 to 23:00}, with the day where it is another. */
  String between(Instant from, Instant to) {
    boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
    return at(from) + " to " + (sameDay ? to.atZone(zone).format(TIME) : at(to));
  }

  /** The same from the beginning of a line to its end. */
  String span(Line line) {
    return between(line.at(), line.end());
  }
}
