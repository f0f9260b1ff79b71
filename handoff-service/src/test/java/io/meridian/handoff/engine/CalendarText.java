package io.meridian.handoff.engine;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A calendar document in the making: daily shifts in UTC. */
final class CalendarText {
  private final JsonArray regions = new JsonArray();
  private final JsonArray tams = new JsonArray();
  private final JsonArray rotations = new JsonArray();
  private final JsonArray patterns = new JsonArray();
  private final JsonArray overrides = new JsonArray();
  private final JsonArray leaves = new JsonArray();

  /** Three regions with leads lena, leo and lin, and their people; no shifts. */
  static CalendarText people() {
    return new CalendarText()
        .region("EMEA", "lena", "emma", "noah", "liam")
        .region("AMER", "leo", "zoe", "adam", "ivy")
        .region("APAC", "lin", "kai", "mei");
  }

  /** EMEA 07-15 emma and noah, AMER 15-23 zoe and adam, APAC 23-07 kai and mei. */
  static CalendarText followTheSun() {
    return people()
        .shift("EMEA", "07:00", "15:00", "emma", "noah")
        .shift("AMER", "15:00", "23:00", "zoe", "adam")
        .shift("APAC", "23:00", "07:00", "kai", "mei");
  }

  CalendarText region(String code, String lead, String... people) {
    regions.add(
        JsonObject.of("code", code, "name", code, "zone", "UTC", "holidays", null, "lead", lead));
    tam(lead, code);
    for (String person : people) {
      tam(person, code);
    }
    return this;
  }

  private void tam(String id, String region) {
    String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    tams.add(
        new JsonObject()
            .put("id", id)
            .put("name", name)
            .put("email", id + "@example.com")
            .put("region", region)
            .put("zone", "UTC")
            .put("status", "ACTIVE"));
  }

  /** What the TAM may do: ACTIVE at first. */
  CalendarText status(String tam, String status) {
    for (int i = 0; i < tams.size(); i++) {
      if (tams.getJsonObject(i).getString("id").equals(tam)) {
        tams.getJsonObject(i).put("status", status);
      }
    }
    return this;
  }

  /** Nothing reaches the TAM. */
  CalendarText unreachable(String tam) {
    for (int i = 0; i < tams.size(); i++) {
      if (tams.getJsonObject(i).getString("id").equals(tam)) {
        tams.getJsonObject(i).remove("email");
      }
    }
    return this;
  }

  /** Another way to reach somebody, tried after those before it and that delay. */
  CalendarText channel(String tam, String kind, String address, String delay) {
    for (int i = 0; i < tams.size(); i++) {
      JsonObject entry = tams.getJsonObject(i);
      if (entry.getString("id").equals(tam)) {
        JsonArray channels = entry.getJsonArray("channels", new JsonArray());
        channels.add(JsonObject.of("kind", kind, "address", address, "delay", delay));
        entry.put("channels", channels);
      }
    }
    return this;
  }

  /** A shift every day; a primary of null makes it empty, by leave of a stand-in. */
  CalendarText shift(
      String region,
      String start,
      String end,
      @Nullable String primary,
      @Nullable String secondary) {
    String id = (region + "-" + start).toLowerCase(Locale.ROOT).replace(":", "");
    JsonArray own = new JsonArray();
    if (primary != null) {
      own.add(rotation(id + "-primary", region, "PRIMARY", primary));
    }
    if (secondary != null) {
      own.add(rotation(id + "-secondary", region, "SECONDARY", secondary));
    }
    patterns.add(
        new JsonObject()
            .put("id", id)
            .put("region", region)
            .put("zone", "UTC")
            .put("days", new JsonArray("[\"MON\",\"TUE\",\"WED\",\"THU\",\"FRI\",\"SAT\",\"SUN\"]"))
            .put("start", start)
            .put("end", end)
            .put("effectiveFrom", "2026-01-01")
            .put("rotations", own)
            .put("holidayPolicy", "WORKED"));
    return this;
  }

  private String rotation(String id, String region, String tier, String tam) {
    rotations.add(
        JsonObject.of(
            "id",
            id,
            "region",
            region,
            "tier",
            tier,
            "participants",
            JsonArray.of(tam),
            "period",
            "WEEKLY",
            "every",
            1,
            "zone",
            "UTC",
            "anchor",
            "2026-01-05T07:00"));
    return id;
  }

  /** The region's shifts are meant in that zone. */
  CalendarText in(String region, String zone) {
    for (int i = 0; i < patterns.size(); i++) {
      JsonObject pattern = patterns.getJsonObject(i);
      if (region.equals(pattern.getString("region"))) {
        pattern.put("zone", zone);
      }
    }
    return this;
  }

  CalendarText leave(String tam, Instant start, Instant end) {
    leaves.add(JsonObject.of("tam", tam, "start", start.toString(), "end", end.toString()));
    return this;
  }

  CalendarText replace(String region, String tam, String by, Instant start, Instant end) {
    overrides.add(
        new JsonObject()
            .put("region", region)
            .put("start", start.toString())
            .put("end", end.toString())
            .put("replace", tam)
            .put("by", by)
            .put("reason", "test"));
    return this;
  }

  String json() {
    return new JsonObject()
        .put("regions", regions)
        .put("tams", tams)
        .put("rotations", rotations)
        .put("shiftPatterns", patterns)
        .put("overrides", overrides)
        .put("leaves", leaves)
        .encode();
  }
}
