package io.meridian.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The coverage gaps that are to come in a window, as foreseen at an instant.
 *
 * @param id of the forecast
 * @param calendarRevision the calendar it was made by
 * @param from start of the window
 * @param to end of the window
 * @param gaps how many there are that nobody has agreed to
 * @param uncovered their length together
 * @param agreedGaps how many more there are that a manager has agreed to; null in events from
 *     before that was told
 * @param agreedUncovered their length together; null with {@code agreedGaps}
 * @param first the first 100 of either kind, in order of time
 */
public record CoverageForecast(
    UUID id,
    long calendarRevision,
    Instant from,
    Instant to,
    long gaps,
    Duration uncovered,
    @Nullable Long agreedGaps,
    @Nullable Duration agreedUncovered,
    List<Gap> first,
    Instant foreseenAt) {

  /**
   * A stretch in which no primary will be on duty in any region.
   *
   * @param cause {@code HOLIDAY}, {@code EMPTY_SHIFT}, {@code CLOCK_CHANGE} or {@code NO_SHIFT}
   * @param agreed id of the agreement that counts in it; null when nobody has agreed to it
   */
  public record Gap(Instant start, Instant end, String cause, @Nullable UUID agreed) {

    /** One that nobody has agreed to. */
    public Gap(Instant start, Instant end, String cause) {
      this(start, end, cause, null);
    }
  }
}
