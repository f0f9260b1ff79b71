package io.meridian.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A shift of somebody who has neither a contact channel nor an e-mail address.
 *
 * @param id of the fact, derived from the shift and the TAM
 * @param shiftId the shift in which they are primary or secondary
 * @param region of the shift
 */
public record UnreachableDuty(
    UUID id,
    UUID shiftId,
    Person tam,
    String region,
    Instant start,
    Instant end,
    Instant noticedAt) {}
