package io.meridian.handoff.store.calendar;

import io.meridian.handoff.domain.calendar.Shift;

/**
 * A shift that has begun, as it is stored.
 *
 * @param revision counts its changes from 1
 */
public record BegunShift(Shift shift, long revision) {}
