package io.meridian.handoff.duty.domain;

import io.meridian.handoff.calendar.domain.Shift;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short ways to write shifts and instants in tests: all on Monday 2026-03-09 unless said. */
public final class OnCall {

  private OnCall() {}

  /** "15:00" is that time on the Monday, "+07:00" on the Tuesday after, in UTC. */
  public static Instant at(String time) {
    return time.startsWith("+")
        ? Instant.parse("2026-03-10T" + time.substring(1) + ":00Z")
        : Instant.parse("2026-03-09T" + time + ":00Z");
  }

  public static Shift shift(String region, String start, String end, @Nullable String primary) {
    return shift(region, start, end, primary, null);
  }

  public static Shift shift(
      String region,
      String start,
      String end,
      @Nullable String primary,
      @Nullable String secondary) {
    return slotUntil(end, region, start, end, primary, secondary);
  }

  /** A shift cut from a slot that goes on until later. */
  public static Shift slotUntil(
      String slotEnd,
      String region,
      String start,
      String end,
      @Nullable String primary,
      @Nullable String secondary) {
    return new Shift(
        UUID.nameUUIDFromBytes((region + start + end).getBytes(StandardCharsets.UTF_8)),
        region,
        at(start),
        at(end),
        at(start),
        at(slotEnd),
        ZoneOffset.UTC,
        primary,
        secondary,
        List.of(),
        region.toLowerCase() + "-day",
        null,
        null);
  }

  public static Roster roster(Shift... shifts) {
    return Roster.of(List.of(shifts));
  }
}
