package io.meridian.console.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  /** Its id, as browsers know it. */
  public static String id(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
