package io.meridian.handoff.application.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import io.meridian.handoff.domain.calendar.WallClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of iCalendar files as leave. All-day events and times without a zone are in the TAM's
 * zone.
 */
final class LeaveReader {

  private static final int SUMMARY_MAX = 200;

  private final ZoneId zone;

  LeaveReader(ZoneId zone) {
    this.zone = zone;
  }

  List<LeaveItem> read(String ics) {
    List<LeaveItem> items = new ArrayList<>();
    for (ICalendar calendar : Biweekly.parse(ics).all()) {
      for (VEvent event : calendar.getEvents()) {
        items.add(read(event, calendar.getTimezoneInfo(), items.size()));
      }
    }
    return items;
  }

  private LeaveItem read(VEvent event, TimezoneInfo zones, int index) {
    Uid own = event.getUid();
    if (own == null || own.getValue() == null || own.getValue().isBlank()) {
      return new LeaveItem.Unreadable("#" + index, "no-uid", "has no UID");
    }
    String uid = own.getValue();
    if (event.getStatus() != null && event.getStatus().isCancelled()) {
      return new LeaveItem.Cancelled(uid);
    }
    if (event.getRecurrenceRule() != null
        || event.getRecurrenceId() != null
        || !event.getRecurrenceDates().isEmpty()) {
      return new LeaveItem.Unreadable(
          uid, "recurring", "repeats; export its occurrences as events of their own");
    }
    try {
      return away(event, zones, uid);
    } catch (DateTimeException | ArithmeticException e) {
      return new LeaveItem.Unreadable(uid, "malformed", "has a date that cannot be read");
    }
  }

  private LeaveItem away(VEvent event, TimezoneInfo zones, String uid) {
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      return new LeaveItem.Unreadable(uid, "no-start", "has no DTSTART that can be read");
    }
    Instant start = start(event.getDateStart(), zones);
    @Nullable Instant end = end(event, zones, start);
    if (end == null) {
      return new LeaveItem.Unreadable(uid, "no-end", "has neither DTEND nor DURATION");
    }
    if (!start.isBefore(end)) {
      return new LeaveItem.Unreadable(uid, "dates-reversed", "must end after it starts");
    }
    return new LeaveItem.Away(uid, start, end, summary(event));
  }

  private Instant start(DateOrDateTimeProperty property, TimezoneInfo zones) {
    return isOnTheWall(property, zones)
        ? WallClock.startOf(wall(property.getValue()), zone)
        : property.getValue().toInstant();
  }

  private @Nullable Instant end(VEvent event, TimezoneInfo zones, Instant start) {
    DateOrDateTimeProperty end = event.getDateEnd();
    if (end != null && end.getValue() != null) {
      return isOnTheWall(end, zones)
          ? WallClock.endOf(wall(end.getValue()), zone)
          : end.getValue().toInstant();
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      return after(event, start, event.getDuration().getValue());
    }
    ICalDate first = event.getDateStart().getValue();
    return first.hasTime() ? null : WallClock.endOf(wall(first).plusDays(1), zone);
  }

  private Instant after(VEvent event, Instant start, Duration duration) {
    ICalDate first = event.getDateStart().getValue();
    return first.hasTime()
        ? start.plusMillis(duration.toMillis())
        : WallClock.endOf(wall(first).plus(java.time.Duration.ofMillis(duration.toMillis())), zone);
  }

  private static boolean isOnTheWall(DateOrDateTimeProperty property, TimezoneInfo zones) {
    return !property.getValue().hasTime() || zones.isFloating(property);
  }

  private static LocalDateTime wall(ICalDate date) {
    DateTimeComponents raw = date.getRawComponents();
    return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate())
        .atTime(raw.getHour(), raw.getMinute(), Math.min(raw.getSecond(), 59));
  }

  private static @Nullable String summary(VEvent event) {
    String text = event.getSummary() == null ? null : event.getSummary().getValue();
    if (text == null || text.isBlank() || text.indexOf(0) >= 0) {
      return null;
    }
    return text.length() > SUMMARY_MAX ? text.substring(0, SUMMARY_MAX) : text;
  }
}
