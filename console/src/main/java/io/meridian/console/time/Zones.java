package io.meridian.console.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that others gave. */
public final class Zones {
  private Zones() {}

  /** The zone of this name; UTC for none, or one that nobody knows. */
  public static ZoneId orUtc(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** What people call it: {@code New York} for {@code America/New_York}, {@code UTC} for UTC. */
  public static String city(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /**
   * The instant of a date and time as a form sends them, {@code 2026-03-09T15:00}.
   *
   * @throws DateTimeException when it cannot be read
   */
  public static Instant instant(String wall, ZoneId zone) {
    return LocalDateTime.parse(wall).atZone(zone).toInstant();
  }

  /** A date and time as a form shows and sends them: {@code 2026-03-09T15:00}. */
  public static String wall(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** Its id, as browsers know it. */
  public static String id(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
