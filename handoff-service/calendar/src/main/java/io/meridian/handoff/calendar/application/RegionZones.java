package io.meridian.handoff.calendar.application;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads zones, which are those of the region when they are absent. */
final class RegionZones {

  private final Fields fields;
  private final Map<String, ZoneId> zones = new HashMap<>();

  RegionZones(Fields fields) {
    this.fields = fields;
  }

  void put(String region, ZoneId zone) {
    zones.put(region, zone);
  }

  ZoneId zone(String at, @Nullable String zone, @Nullable String region) {
    ZoneId regions = region == null ? null : zones.get(region);
    return zone == null && regions != null ? regions : fields.zone(at + "/zone", zone);
  }
}
