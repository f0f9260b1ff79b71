package io.meridian.handoff.engine;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A time zone whose database entry a test replaces while the service runs. The virtual machine
 * finds it as a service, before anything asks which zones there are.
 */
public final class MovingZone extends ZoneRulesProvider {
  static final String ID = "Test/Moving";

  /** A property, since the test and the service may each have loaded this class. */
  private static final String OFFSET = "meridian.test.moving-zone";

  /** For the service loader. */
  public MovingZone() {}

  /** From now on the database says so. */
  static void hoursAheadOfUtc(int hours) {
    System.setProperty(OFFSET, String.valueOf(hours));
  }

  @Override
  protected Set<String> provideZoneIds() {
    return Set.of(ID);
  }

  /** Never for keeps. */
  @Override
  protected @Nullable ZoneRules provideRules(String zoneId, boolean forCaching) {
    return forCaching ? null : ZoneRules.of(ZoneOffset.ofHours(Integer.getInteger(OFFSET, 0)));
  }

  @Override
  protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
    return new TreeMap<>();
  }
}
