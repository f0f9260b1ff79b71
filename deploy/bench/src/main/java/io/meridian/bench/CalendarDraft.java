package io.meridian.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A calendar document as it grows, in the API's words; what is not said is as in its region. */
final class CalendarDraft {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final List<Object> regions = new ArrayList<>();
  private final List<Object> tams = new ArrayList<>();
  private final List<Object> rotations = new ArrayList<>();
  private final List<Object> patterns = new ArrayList<>();
  private final List<Object> overrides = new ArrayList<>();

  /** A region with the holidays of England. */
  CalendarDraft region(String code, String zone, String lead) {
    regions.add(
        Map.of("code", code, "name", code, "zone", zone, "holidays", "GB-ENG", "lead", lead));
    return this;
  }

  /**
   * Somebody who works there.
   *
   * @param more e.g. the channels by which they are told of things
   */
  CalendarDraft tam(String id, String region, Map<String, ?> more) {
    Map<String, Object> tam = new HashMap<>(more);
    tam.putAll(Map.of("id", id, "name", "Tam " + id, "region", region));
    tams.add(tam);
    return this;
  }

  /** Primaries of a region, from week to week. */
  CalendarDraft rotation(String id, String region, List<String> participants) {
    rotations.add(
        Map.of(
            "id",
            id,
            "region",
            region,
            "tier",
            "PRIMARY",
            "participants",
            participants,
            "period",
            "WEEKLY",
            "anchor",
            "2026-01-05T00:00"));
    return this;
  }

  /**
   * A shift of every day, from 2025 on.
   *
   * @param start local time, as is {@code end}; an end before it is of the next day
   * @param rotation who works it
   * @param holidays {@code WORKED} or {@code OFF}
   */
  CalendarDraft shift(
      String id, String region, String start, String end, String rotation, String holidays) {
    patterns.add(
        Map.of(
            "id", id,
            "region", region,
            "days", DAYS,
            "start", start,
            "end", end,
            "effectiveFrom", "2025-01-01",
            "rotations", List.of(rotation),
            "holidayPolicy", holidays));
    return this;
  }

  /** An override as it is written in the document. */
  CalendarDraft override(Map<String, ?> override) {
    overrides.add(override);
    return this;
  }

  /** What {@code PUT /api/v1/calendar} takes. */
  Map<String, Object> document() {
    return Map.of(
        "regions", regions,
        "tams", tams,
        "rotations", rotations,
        "shiftPatterns", patterns,
        "overrides", overrides,
        "leaves", List.of());
  }
}
