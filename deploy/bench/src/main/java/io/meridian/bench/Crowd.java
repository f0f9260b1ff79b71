package io.meridian.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of two regions that hand over at 15:00 and 07:00 UTC, with many TAMs on duty at once:
 * {@code emea-0}, {@code emea-1}…, {@code amer-0}…
 */
final class Crowd {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final List<Object> tams = new ArrayList<>();
  private final List<Object> rotations = new ArrayList<>();
  private final List<Object> patterns = new ArrayList<>();
  private final Function<String, @Nullable String> webhook;

  private Crowd(Function<String, @Nullable String> webhook) {
    this.webhook = webhook;
  }

  /**
   * The document.
   *
   * @param webhook where a TAM is told of things; null for nowhere
   */
  static Map<String, Object> calendar(
      int emea, int amer, Function<String, @Nullable String> webhook) {
    Crowd crowd = new Crowd(webhook);
    IntStream.range(0, emea).forEach(i -> crowd.person("emea-" + i, "EMEA", "07:00", "15:00"));
    IntStream.range(0, amer).forEach(i -> crowd.person("amer-" + i, "AMER", "15:00", "07:00"));
    return Map.of(
        "regions",
        List.of(region("EMEA", "emea-0"), region("AMER", "amer-0")),
        "tams",
        crowd.tams,
        "rotations",
        crowd.rotations,
        "shiftPatterns",
        crowd.patterns);
  }

  private static Map<String, Object> region(String code, String lead) {
    return Map.of("code", code, "name", code, "zone", "UTC", "lead", lead);
  }

  private void person(String id, String region, String start, String end) {
    Map<String, Object> tam = new HashMap<>();
    tam.putAll(Map.of("id", id, "name", id, "region", region, "zone", "UTC", "status", "ACTIVE"));
    String address = webhook.apply(id);
    if (address != null) {
      tam.put("channels", List.of(Map.of("kind", "WEBHOOK", "address", address)));
    }
    tams.add(tam);
    Map<String, Object> rotation = new HashMap<>();
    rotation.putAll(Map.of("id", id, "region", region, "tier", "PRIMARY", "period", "WEEKLY"));
    rotation.putAll(
        Map.of("participants", List.of(id), "zone", "UTC", "anchor", "2026-01-05T07:00"));
    rotations.add(rotation);
    Map<String, Object> pattern = new HashMap<>();
    pattern.putAll(Map.of("id", id, "region", region, "zone", "UTC", "days", DAYS));
    pattern.putAll(Map.of("start", start, "end", end, "effectiveFrom", "2026-01-01"));
    pattern.put("rotations", List.of(id));
    patterns.add(pattern);
  }
}
