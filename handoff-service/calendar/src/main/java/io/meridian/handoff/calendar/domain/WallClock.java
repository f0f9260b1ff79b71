package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;

/**
 * From wall times to instants, so that a clock change may make an overlap and never a hole. A wall
 * time that does not exist is the first instant after the gap; one that occurs twice is the earlier
 * instant as a start and the later as an end. Both are monotone in the wall time, and an end is
 * never before the start of the same wall time.
 */
public final class WallClock {

  private WallClock() {}

  /** The instant at which something that starts at the wall time starts. */
  public static Instant startOf(LocalDateTime wall, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.isEmpty()
        ? rules.getTransition(wall).getInstant()
        : wall.toInstant(offsets.getFirst());
  }

  /** The instant at which something that ends at the wall time ends. */
  public static Instant endOf(LocalDateTime wall, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.isEmpty()
        ? rules.getTransition(wall).getInstant()
        : wall.toInstant(offsets.getLast());
  }

  /** The version of the time-zone database in use: {@code 2026a}. */
  public static String tzdb() {
    return ZoneRulesProvider.getVersions("Europe/London").lastEntry().getKey();
  }
}
