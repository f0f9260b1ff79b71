package io.meridian.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what somebody has in a home region while they are off duty.
 *
 * @param region the home region
 * @param since when they went off duty, or the roster changed while they were
 * @param until when they are back: what they have there stays theirs and rests until then; null
 *     when it is handed over
 * @param revision counts the decisions about the same TAM and region, from 1
 * @param decidedAt when it was decided
 */
public record StayState(
    Person tam,
    String region,
    Instant since,
    @Nullable Instant until,
    long revision,
    Instant decidedAt) {}
