package io.meridian.events;

import java.time.Instant;
import java.util.List;

/**
 * The directory part of the calendar: which regions and TAMs exist.
 *
 * @param revision counts the calendar's applied versions, from 1
 */
public record CalendarState(
    List<Region> regions, List<Tam> tams, long revision, Instant changedAt) {

  /** A region as others need it. */
  public record Region(String code, String name, String zone, String lead) {}

  /**
   * A TAM as others need it; {@code status} is {@code ONBOARDING}, {@code ACTIVE} or {@code
   * INACTIVE}.
   */
  public record Tam(String id, String name, String region, String status) {}
}
