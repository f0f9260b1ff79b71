package io.meridian.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift that has begun: history, in UTC. One slot of a pattern is one shift, or several where
 * leave, an override or an edit of the calendar changes who holds it on the way.
 *
 * @param slotStart start of the whole slot that the pattern yields
 * @param slotEnd end of the whole slot; a holder who leaves duty earlier left in mid-shift
 * @param zone the pattern's IANA zone
 * @param primary null when nobody holds the shift
 * @param shadows accompany the shift and are not on duty
 * @param pattern id of the shift pattern
 * @param override id of the override that shaped it, or null
 * @param holiday name of the holiday it falls on, or null
 */
public record ShiftState(
    UUID id,
    String region,
    Instant start,
    Instant end,
    Instant slotStart,
    Instant slotEnd,
    String zone,
    @Nullable Person primary,
    @Nullable Person secondary,
    List<Person> shadows,
    String pattern,
    @Nullable String override,
    @Nullable String holiday,
    long revision,
    Instant changedAt) {}
