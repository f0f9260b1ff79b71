package io.meridian.handoff.calendar.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One applied version of the calendar.
 *
 * @param id tells it from the version of an undone transaction with the same revision
 * @param revision counts versions from 1; 0 for {@link #NONE}
 */
public record CalendarVersion(UUID id, long revision, Instant appliedAt) {

  /** Before the first version: an empty calendar since ever. */
  public static final CalendarVersion NONE = new CalendarVersion(new UUID(0, 0), 0, Instant.EPOCH);
}
