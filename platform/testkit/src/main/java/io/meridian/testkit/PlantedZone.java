package io.meridian.testkit;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A time zone whose rules a test changes, as a new time-zone database does. */
public final class PlantedZone extends ZoneRulesProvider {

  public static final String ID = "Test/Planted";

  private static final PlantedZone ONLY = new PlantedZone();
  private static boolean isRegistered;

  private volatile ZoneRules rules = ZoneRules.of(ZoneOffset.UTC);

  /** From now on the zone has this offset, at all times. */
  public static synchronized void has(ZoneOffset offset) {
    ONLY.rules = ZoneRules.of(offset);
    if (!isRegistered && !ZoneRulesProvider.getAvailableZoneIds().contains(ID)) {
      ZoneRulesProvider.registerProvider(ONLY);
    }
    isRegistered = true;
  }

  @Override
  protected Set<String> provideZoneIds() {
    return Set.of(ID);
  }

  /** Never for keeps. */
  @Override
  protected @Nullable ZoneRules provideRules(String zone, boolean forCaching) {
    return forCaching ? null : rules;
  }

  @Override
  protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
    NavigableMap<String, ZoneRules> versions = new TreeMap<>();
    versions.put("planted", rules);
    return versions;
  }
}
