package io.meridian.handoff.calendar.application.feed;

import biweekly.component.Observance;
import biweekly.io.ICalTimeZone;
import io.meridian.handoff.calendar.domain.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

/** What the wall times of a zone are as instants. */
sealed interface WallTimes {

  /** When something that starts at the wall time starts. */
  Instant startOf(LocalDateTime wall);

  /** When something that ends at the wall time ends. */
  Instant endOf(LocalDateTime wall);

  /** A zone of the time-zone database. */
  record Known(ZoneId zone) implements WallTimes {
    @Override
    public Instant startOf(LocalDateTime wall) {
      return WallClock.startOf(wall, zone);
    }

    @Override
    public Instant endOf(LocalDateTime wall) {
      return WallClock.endOf(wall, zone);
    }
  }

  /**
   * A zone that only the file knows, by its VTIMEZONE. A wall time that does not exist has the
   * offset from before the gap, as RFC 5545 says.
   */
  record OfFile(ICalTimeZone zone) implements WallTimes {

    @Override
    public Instant startOf(LocalDateTime wall) {
      return wall.toInstant(offset(wall, false));
    }

    @Override
    public Instant endOf(LocalDateTime wall) {
      return wall.toInstant(offset(wall, true));
    }

    private ZoneOffset offset(LocalDateTime wall, boolean isEnd) {
      ZoneOffset here = at(wall);
      ZoneOffset before = at(wall.minusDays(1));
      ZoneOffset after = at(wall.plusDays(1));
      int change = after.getTotalSeconds() - before.getTotalSeconds();
      if (change > 0 && here.equals(after) && at(wall.minusSeconds(change)).equals(before)) {
        return before;
      }
      boolean isTwice =
          change < 0 && here.equals(before) && at(wall.minusSeconds(change)).equals(after);
      return isTwice && isEnd ? after : here;
    }

    /** What the zone says of a wall time: its changes are told in wall times too. */
    private ZoneOffset at(LocalDateTime wall) {
      Observance observance = zone.getObservance(Date.from(wall.toInstant(ZoneOffset.UTC)));
      long millis =
          observance == null || observance.getTimezoneOffsetTo() == null
              ? zone.getRawOffset()
              : observance.getTimezoneOffsetTo().getValue().getMillis();
      return ZoneOffset.ofTotalSeconds((int) (millis / 1000));
    }
  }
}
