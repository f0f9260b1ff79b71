package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The coverage gaps that are to come in a window, as foreseen at an instant.
 *
 * @param id of the forecast
 * @param calendarRevision the calendar it was made by
 * @param from start of the window
 * @param to end of the window
 * @param gaps how many there are
 * @param uncovered their length together
 * @param first the first 100 of them, in order of time
 */
public record CoverageForecast(
    UUID id,
    long calendarRevision,
    Instant from,
    Instant to,
    long gaps,
    Duration uncovered,
    List<Gap> first,
    Instant foreseenAt) {

  /**
   * A stretch in which no primary will be on duty in any region.
   *
   * @param cause {@code HOLIDAY}, {@code EMPTY_SHIFT}, {@code CLOCK_CHANGE} or {@code NO_SHIFT}
   */
  public record Gap(Instant start, Instant end, String cause) {}
}
