package io.meridian.handoff.calendar.domain;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;

/**
 * The zones of the time-zone database of IANA, by its names and no others. Java's copy leaves some
 * of its links out (they are read here as the zones that they link to), and adds {@code SystemV/…},
 * which nobody else defines. Letters that several countries use (IST, CST) are no names.
 */
public final class TimeZones {

  /** Links of the file {@code backward} of release 2024b that Java has under no name. */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "GMT+0", "Etc/GMT",
          "GMT-0", "Etc/GMT",
          "HST", "Pacific/Honolulu",
          "MST", "America/Phoenix",
          "ROC", "Asia/Taipei");

  private static final String JAVA_ONLY = "SystemV/";

  private TimeZones() {}

  /**
   * The zone of that name; empty when the database has none.
   *
   * @param name exactly as the database writes it: {@code Europe/Berlin}
   */
  public static Optional<ZoneId> named(String name) {
    String id = LINKS.getOrDefault(name, name);
    return ZoneRulesProvider.getAvailableZoneIds().contains(id) && !id.startsWith(JAVA_ONLY)
        ? Optional.of(ZoneId.of(id))
        : Optional.empty();
  }
}
