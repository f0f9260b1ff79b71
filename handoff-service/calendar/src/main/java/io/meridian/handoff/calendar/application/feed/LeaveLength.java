package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;

/** How long an event lasts, whenever it starts. */
sealed interface LeaveLength {

  /** When it ends if it starts then. */
  Instant after(FileTime start);

  /** To a wall time, also when the clocks change in between. */
  record OnTheWall(java.time.Duration wall) implements LeaveLength {
    @Override
    public Instant after(FileTime start) {
      return start.zone().endOf(start.wall().plus(wall));
    }
  }

  /** Days on the wall, and then so much time. */
  record Lasting(long days, java.time.Duration time) implements LeaveLength {
    @Override
    public Instant after(FileTime start) {
      if (days == 0) {
        return start.start().plus(time);
      }
      LocalDateTime wall = start.wall().plusDays(days);
      return time.isZero() ? start.zone().endOf(wall) : start.zone().startOf(wall).plus(time);
    }
  }

  /** That of an event whose first start is known; positive for this start. */
  static LeaveLength of(VEvent event, FileTimes times, FileTime start) {
    LeaveLength length = read(event, times, start);
    if (!start.start().isBefore(length.after(start))) {
      throw new LeaveRefusal("dates-reversed", "must end after it starts");
    }
    return length;
  }

  private static LeaveLength read(VEvent event, FileTimes times, FileTime start) {
    DateEnd end = event.getDateEnd();
    if (end != null && end.getValue() != null) {
      return between(start, times.of(end, end.getValue()));
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      return of(event.getDuration().getValue());
    }
    if (!start.isDay()) {
      throw new LeaveRefusal("no-end", "has neither DTEND nor DURATION");
    }
    return new OnTheWall(java.time.Duration.ofDays(1));
  }

  /** From a time to another. */
  static LeaveLength between(FileTime start, FileTime end) {
    return start.zone().equals(end.zone())
        ? new OnTheWall(java.time.Duration.between(start.wall(), end.wall()))
        : new Lasting(0, java.time.Duration.between(start.start(), end.zone().endOf(end.wall())));
  }

  /** A duration as a file writes it. */
  static LeaveLength of(Duration duration) {
    if (duration.isPrior()) {
      throw new LeaveRefusal("dates-reversed", "must end after it starts");
    }
    return new Lasting(
        7L * given(duration.getWeeks()) + given(duration.getDays()),
        java.time.Duration.ofHours(given(duration.getHours()))
            .plusMinutes(given(duration.getMinutes()))
            .plusSeconds(given(duration.getSeconds())));
  }

  private static int given(Integer number) {
    return Objects.requireNonNullElse(number, 0);
  }
}
