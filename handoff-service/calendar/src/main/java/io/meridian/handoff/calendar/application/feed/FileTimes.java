package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import biweekly.io.ICalTimeZone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Dates and times of an event as its file writes them. Days and times without a zone are in the
 * TAM's zone.
 */
final class FileTimes {

  private static final WallTimes UTC = new WallTimes.Known(ZoneOffset.UTC);
  private static final int SECOND_MAX = 59;

  private final FileZones zones;
  private final TimezoneInfo ofAll;
  private final WallTimes own;

  /**
   * @param ofAll the zone that a vCalendar 1.0 has for all its times
   */
  FileTimes(FileZones zones, TimezoneInfo ofAll, ZoneId own) {
    this.zones = zones;
    this.ofAll = ofAll;
    this.own = new WallTimes.Known(own);
  }

  /** When an event starts at first. */
  FileTime start(VEvent event) {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw new LeaveRefusal("no-start", "has no DTSTART that can be read");
    }
    return of(event.getDateStart(), event.getDateStart().getValue());
  }

  /**
   * A value of a property.
   *
   * @throws LeaveRefusal for one that does not exist, or of a zone that nobody defines
   */
  FileTime of(ICalProperty property, ICalDate value) {
    LocalDateTime wall = wall(value);
    if (!value.hasTime()) {
      return new FileTime(wall.toLocalDate().atStartOfDay(), true, own);
    }
    return new FileTime(wall, false, value.getRawComponents().isUtc() ? UTC : zone(property));
  }

  private static LocalDateTime wall(ICalDate value) {
    DateTimeComponents raw = value.getRawComponents();
    try {
      return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate())
          .atTime(raw.getHour(), raw.getMinute(), Math.min(raw.getSecond(), SECOND_MAX));
    } catch (DateTimeException e) {
      throw new LeaveRefusal("malformed", "has the date " + raw + ", which does not exist");
    }
  }

  private WallTimes zone(ICalProperty property) {
    String name = property.getParameters().getTimezoneId();
    if (name != null) {
      return zones.named(name);
    }
    TimezoneAssignment assigned = ofAll.getTimezone(property);
    return assigned != null && assigned.getTimeZone() instanceof ICalTimeZone told
        ? new WallTimes.OfFile(told)
        : own;
  }
}
