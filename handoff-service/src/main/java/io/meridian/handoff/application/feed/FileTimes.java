package io.meridian.handoff.application.feed;

import biweekly.component.VEvent;
import biweekly.io.ICalTimeZone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TimeZone;

/**
 * Dates and times of a file as it writes them. Days and times without a zone are in the TAM's zone;
 * a zone that the time-zone database knows by name is taken from there, not from the file.
 */
final class FileTimes {

  private static final WallTimes UTC = new WallTimes.Known(ZoneOffset.UTC);
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
  private static final int SECOND_MAX = 59;

  private final TimezoneInfo zones;
  private final WallTimes own;

  FileTimes(TimezoneInfo zones, ZoneId own) {
    this.zones = zones;
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
   * @throws java.time.DateTimeException for one that does not exist
   */
  FileTime of(ICalProperty property, ICalDate value) {
    DateTimeComponents raw = value.getRawComponents();
    LocalDate date = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    if (!value.hasTime()) {
      return new FileTime(date.atStartOfDay(), true, own);
    }
    return new FileTime(
        date.atTime(raw.getHour(), raw.getMinute(), Math.min(raw.getSecond(), SECOND_MAX)),
        false,
        raw.isUtc() ? UTC : zone(property));
  }

  private WallTimes zone(ICalProperty property) {
    String unknown = property.getParameters().getTimezoneId();
    if (unknown != null) {
      throw new LeaveRefusal("unknown-zone", "names the zone '" + unknown + "', which is not told");
    }
    TimezoneAssignment assigned = zones.getTimezone(property);
    if (assigned == null) {
      return own;
    }
    TimeZone zone = assigned.getTimeZone();
    return zone instanceof ICalTimeZone told && !KNOWN.contains(zone.getID())
        ? new WallTimes.OfFile(told)
        : new WallTimes.Known(ZoneId.of(zone.getID(), ZoneId.SHORT_IDS));
  }
}
